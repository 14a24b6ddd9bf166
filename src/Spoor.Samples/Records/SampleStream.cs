namespace Spoor.Samples.Records;

/// <summary>An account and region whose records CloudTrail delivers in objects of their own.</summary>
/// <param name="Account">Twelve digits; AWS keeps these for its documents.</param>
/// <param name="Region">Region.</param>
/// <param name="Percent">Share of the trail's ordinary records.</param>
internal sealed record SampleStream(string Account, string Region, int Percent);
