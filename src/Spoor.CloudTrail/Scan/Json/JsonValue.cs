namespace Spoor.CloudTrail.Scan.Json;

/// <summary>What a value is; <see cref="Missing"/> when its key does not occur.</summary>
internal enum JsonKind : byte
{
    Missing,
    Null,
    True,
    False,
    Number,
    String,
    Object,
    Array,
}

/// <summary>Where a wanted value lies in its record.</summary>
/// <remarks>A string's place is its text between the quotes.</remarks>
internal struct ValueSlot
{
    public int Offset;
    public int Length;
    public JsonKind Kind;

    /// <summary>A string that holds a backslash.</summary>
    public bool HasEscapes;

    /// <summary>An object or array that holds insignificant white space.</summary>
    public bool HasWhiteSpace;

    public readonly JsonValue In(ReadOnlySpan<byte> record) => new(Kind, record.Slice(Offset, Length), HasEscapes, HasWhiteSpace);
}

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
