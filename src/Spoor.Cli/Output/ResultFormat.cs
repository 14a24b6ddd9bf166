namespace Spoor.Cli.Output;

/// <summary>How rows are printed.</summary>
internal enum ResultFormat
{
    /// <summary>A table for the terminal.</summary>
    Table,

    /// <summary>CSV with Athena's quoting.</summary>
    Csv,

    /// <summary>One JSON array of objects.</summary>
    Json,

    /// <summary>A JSON object a line.</summary>
    Ndjson,
}
