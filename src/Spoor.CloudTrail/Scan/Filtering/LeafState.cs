namespace Spoor.CloudTrail.Scan.Filtering;

/// <summary>What a filter knows of a leaf.</summary>
internal enum LeafState
{
    /// <summary>SQL NULL.</summary>
    Null,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A value that the scan refuses or converts to no text: the record goes on to where that is decided.</summary>
    Undecided,
}
