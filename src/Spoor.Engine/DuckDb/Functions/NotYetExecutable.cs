namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Functions whose signature is known but which cannot run yet; a query that calls one is refused before it starts.</summary>
internal static class NotYetExecutable
{
    /// <summary>Trino's names.</summary>
    internal static IReadOnlySet<string> Names { get; } = new HashSet<string>
    {
        // Sketches.
        "approx_most_frequent", "approx_set", "empty_approx_set", "merge", "numeric_histogram",

        // Aggregates without a counterpart in DuckDB.
        "checksum", "reduce_agg",

        // Would need a random order of a list.
        "shuffle",

        // Colours, for a terminal.
        "bar", "color", "render", "rgb",

        // Statistics.
        "beta_cdf", "inverse_beta_cdf", "inverse_normal_cdf", "t_cdf", "t_pdf",

        // Hashes.
        "murmur3", "spooky_hash_v2_32", "spooky_hash_v2_64",

        // Text.
        "word_stem",

        // Nanoseconds: times are held in microseconds.
        "from_iso8601_timestamp_nanos",

        // Teradata's date formats.
        "to_char", "to_date", "to_timestamp",
    };
}
