namespace Spoor.CloudTrail.Scan.Following;

/// <summary>The leaf's text is among those that the scan has learnt so far.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Texts">What has been learnt.</param>
/// <param name="Mark">Stands in each of the texts; found in a record's bytes, the text around it is looked up.</param>
public sealed record LeafFollowed(ScanLeaf Leaf, FollowedView Texts, string Mark) : LeafFilter(Leaf);
