using Spoor.Engine.Executors.DuckDb.Functions;
using Spoor.Sql.Functions;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Functions;

public sealed class FunctionCoverageTests
{
    /// <summary>Functions whose signature is known but which cannot run yet; a query that calls one is refused before it starts.</summary>
    private static readonly HashSet<string> s_notYetExecutable =
    [
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
    ];

    [Fact]
    public void Every_signature_has_an_execution_or_stands_in_the_list_of_those_without()
    {
        var missing = FunctionCatalogue.Names
            .Where(name => !FunctionPrinter.Has(name, FunctionCatalogue.KindOf(name)!.Value) && !s_notYetExecutable.Contains(name));

        Assert.Empty(missing.Order());
    }

    [Fact]
    public void No_function_in_the_list_of_those_without_execution_has_one()
    {
        var stale = s_notYetExecutable
            .Where(name => FunctionCatalogue.KindOf(name) is not { } kind || FunctionPrinter.Has(name, kind));

        Assert.Empty(stale.Order());
    }

    [Fact]
    public void All_functions_register_in_a_database()
    {
        using var database = new FunctionDatabase();

        Assert.Equal("olleh", database.Query("spoor_reverse('hello')"));
    }
}
