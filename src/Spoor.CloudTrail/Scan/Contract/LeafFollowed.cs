namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>The leaf's text is among those that the scan has learnt so far, where it follows records to others.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Mark">Stands in each of the texts; found in a record's bytes, the text around it is looked up.</param>
public sealed record LeafFollowed(ScanLeaf Leaf, string Mark) : LeafFilter(Leaf);
