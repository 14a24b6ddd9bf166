namespace Spoor.Storage.Objects;

/// <summary>What must be there for an object to be written.</summary>
/// <param name="Kind">Which condition it is.</param>
/// <param name="ETag">The ETag of the version that may be replaced; null for the other conditions.</param>
public readonly record struct WriteCondition(WriteConditionKind Kind, string? ETag)
{
    /// <summary>Anything or nothing: the object is written in any case.</summary>
    public static WriteCondition Always => new(WriteConditionKind.Always, ETag: null);

    /// <summary>Nothing: the object is created.</summary>
    public static WriteCondition IfAbsent => new(WriteConditionKind.IfAbsent, ETag: null);

    /// <summary>The version with this ETag: it is replaced.</summary>
    public static WriteCondition IfUnchanged(string eTag) => new(WriteConditionKind.IfUnchanged, eTag);
}
