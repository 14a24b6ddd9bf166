namespace Spoor.Audit.Watching;

/// <summary>What is kept of a record beside its members.</summary>
internal enum KeptFact
{
    /// <summary>A name that only copies of the record have.</summary>
    RecordId,

    /// <summary>When.</summary>
    Time,

    /// <summary>The key that the record handed out.</summary>
    IssuedKey,

    /// <summary>The caller's key where the record states a pool.</summary>
    StatedKey,

    /// <summary>Whether it changes what pools or roles are.</summary>
    IsConfiguration,
}
