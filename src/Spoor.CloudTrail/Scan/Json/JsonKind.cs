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
