namespace Spoor.Samples.Noise;

/// <summary>A kind of call that an ordinary account has many of.</summary>
/// <param name="Weight">How often, against the other kinds.</param>
/// <param name="Source">Event source without <c>.amazonaws.com</c>.</param>
/// <param name="Name">Event name.</param>
/// <param name="Callers">Who makes it.</param>
/// <param name="Request">JSON of <c>requestParameters</c>; null for null.</param>
internal sealed record NoiseCall(int Weight, string Source, string Name, Callers Callers, Func<NoiseContext, string>? Request = null)
{
    public Func<NoiseContext, string>? Response { get; init; }

    public Func<NoiseContext, string>? Additional { get; init; }

    public Func<NoiseContext, string>? Resources { get; init; }

    public string? ApiVersion { get; init; }

    public bool IsData { get; init; }

    /// <summary>Only in us-east-1, as the records of global services.</summary>
    public bool IsGlobal { get; init; }

    public bool ReadOnly { get; } = Name is "Decrypt" or "Invoke" or "Query" || Name.StartsWith("Get", StringComparison.Ordinal)
        || Name.StartsWith("List", StringComparison.Ordinal) || Name.StartsWith("Describe", StringComparison.Ordinal)
        || Name.StartsWith("Head", StringComparison.Ordinal) || Name.StartsWith("Assume", StringComparison.Ordinal) || Name.StartsWith("Lookup", StringComparison.Ordinal);
}
