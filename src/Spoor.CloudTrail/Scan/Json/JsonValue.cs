namespace Spoor.CloudTrail.Scan.Json;

/// <summary>A value as written, already known to be well-formed.</summary>
internal readonly ref struct JsonValue(JsonKind kind, ReadOnlySpan<byte> text, bool hasEscapes, bool hasWhiteSpace)
{
    public JsonKind Kind { get; } = kind;

    /// <summary>A string's text between the quotes, escapes unresolved; else the value's bytes.</summary>
    public ReadOnlySpan<byte> Text { get; } = text;

    public bool HasEscapes { get; } = hasEscapes;

    public bool HasWhiteSpace { get; } = hasWhiteSpace;

    public bool IsNull => Kind is JsonKind.Null or JsonKind.Missing;
}
