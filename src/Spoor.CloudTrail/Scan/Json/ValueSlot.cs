namespace Spoor.CloudTrail.Scan.Json;

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
