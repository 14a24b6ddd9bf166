using System.Diagnostics;
using System.Text;
using Spoor.Catalog.Stores;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Testing;

namespace Spoor.Conformance.Text;

/// <summary>Runs a case on an engine of its own, after the statements that stand before it in its file.</summary>
internal static class CaseRunner
{
    // Cases may name the time: now() is this in all of them.
    private static readonly QuerySession s_session = new(StartedAt: new DateTimeOffset(2024, 2, 29, 12, 34, 56, TimeSpan.Zero));

    /// <summary>What is wrong with the answer to the case; null when it is as expected.</summary>
    public static async Task<string?> FindDifferenceAsync(ValueList<ConformanceCase> file, ConformanceCase tested, CancellationToken cancellationToken)
    {
        var objects = new MemoryObjectStore();
        await using var engine = new QueryEngine(new MemoryCatalog(), objects, new EngineOptions(Threads: 1));
        foreach (var earlier in file.TakeWhile(other => other != tested))
        {
            if (earlier.Expected is GivenObject given)
            {
                objects.Add(given.Key, Encoding.UTF8.GetBytes(earlier.Sql));
            }
            else if (earlier.Expected is ExpectedSuccess)
            {
                await AnswerAsync(engine, earlier.Sql, cancellationToken);
            }
        }

        try
        {
            var (types, rows) = await AnswerAsync(engine, tested.Sql, cancellationToken);
            return Difference(tested.Expected, types, rows);
        }
        catch (QueryException error)
        {
            return Difference(tested.Expected, error);
        }
    }

    private static async Task<(string Types, List<string> Rows)> AnswerAsync(QueryEngine engine, string sql, CancellationToken cancellationToken)
    {
        await using var result = await engine.ExecuteAsync(sql, s_session, cancellationToken);
        var rows = new List<string>();
        await foreach (var batch in result.Batches.WithCancellation(cancellationToken))
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                rows.Add(PrintRow(batch, row, result.Columns.Count));
            }
        }

        return (string.Join(", ", result.Columns.Select(column => column.Type)), rows);
    }

    private static string PrintRow(RowBatch batch, int row, int columnCount) =>
        string.Join(" | ", Enumerable.Range(0, columnCount).Select(column => batch.GetText(column, row) ?? "NULL"));

    private static string? Difference(Expectation expected, string types, List<string> rows) => expected switch
    {
        ExpectedSuccess => null,
        ExpectedError error => $"Expected {error.Code}: {error.Message}\nbut it gave {rows.Count} rows of ({types}).",
        ExpectedRows { Types: var expectedTypes } when expectedTypes != types => $"Expected types: {expectedTypes}\nbut got: {types}",
        ExpectedRows { IsOrdered: var isOrdered } table => Difference(Lines(table.Rows, isOrdered), Lines(rows, isOrdered)),
        _ => throw new UnreachableException($"No comparison for {expected.GetType().Name}."),
    };

    private static string? Difference(Expectation expected, QueryException error)
    {
        var wanted = expected is ExpectedError { Place: var place } failure ? $"{failure.Code} {place}\n{failure.Message}" : "an answer";
        var given = $"{error.Code.ToTrinoName()} {(error.Span is { } span ? $"{span.Line}:{span.Column}" : "")}\n{error.Message}";
        return Difference(wanted, given);
    }

    private static string? Difference(string expected, string actual) => expected == actual ? null : $"Expected:\n{expected}\nbut got:\n{actual}";

    private static string Lines(IEnumerable<string> rows, bool isOrdered) => string.Join('\n', isOrdered ? rows : rows.Order(StringComparer.Ordinal));
}
