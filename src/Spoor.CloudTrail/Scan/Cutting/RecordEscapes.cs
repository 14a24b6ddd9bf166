namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Escapes seen in a record.</summary>
[Flags]
internal enum RecordEscapes
{
    None = 0,

    /// <summary><c>\u</c> or <c>\/</c>.</summary>
    OfPrintable = 1,

    /// <summary>Any backslash.</summary>
    Any = 2,
}
