namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Why a walk stopped.</summary>
internal enum WalkStatus
{
    Ok,

    /// <summary>The buffer ends inside the value; more bytes may follow.</summary>
    NeedsMore,

    /// <summary>No JSON at <see cref="JsonWalker.Position"/>.</summary>
    Malformed,

    /// <summary>The data is over inside a value.</summary>
    EndOfData,

    /// <summary>Deeper than <see cref="JsonWalker.MaxDepth"/>.</summary>
    TooDeep,
}
