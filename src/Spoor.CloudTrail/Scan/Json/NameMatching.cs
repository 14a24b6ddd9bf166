namespace Spoor.CloudTrail.Scan.Json;

/// <summary>How a JSON key is matched to a column's or field's name.</summary>
/// <param name="IgnoreCase">Names are lower-case; keys are compared ignoring case.</param>
/// <param name="DotsAsUnderscores">A dot in a key matches an underscore in a name (OpenX <c>dots.in.keys</c>).</param>
internal sealed record NameMatching(bool IgnoreCase, bool DotsAsUnderscores)
{
    public static NameMatching Default { get; } = new(IgnoreCase: true, DotsAsUnderscores: false);
}
