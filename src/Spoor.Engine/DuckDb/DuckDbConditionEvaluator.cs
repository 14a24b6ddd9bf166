using System.Globalization;
using Spoor.CloudTrail.Scan;
using Spoor.Engine.DuckDb.Functions;
using Spoor.Engine.DuckDb.Printing;
using Spoor.Engine.Planning;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb;

/// <summary>Evaluates conditions with the executor that later runs the query, so that pruning and running cannot differ.</summary>
internal sealed class DuckDbConditionEvaluator(Lazy<DuckDbDatabase> database) : IConditionEvaluator
{
    /// <summary>Candidates per statement; a longer text is slow to parse.</summary>
    private const int BatchSize = 4096;

    /// <inheritdoc/>
    public FilteredCandidates Filter(ValueList<Symbol> columns, IReadOnlyList<IReadOnlyList<string?>> candidates, IReadOnlyList<BoundExpression> conditions)
    {
        var printer = new ExpressionPrinter(new RelationPrinter(_ => 0));
        var condition = string.Join(" AND ", conditions.Select(printer.Print));
        using var connection = database.Value.Connect();
        var kept = new List<int>();
        var isExact = true;
        for (var start = 0; start < candidates.Count; start += BatchSize)
        {
            var batch = candidates.Skip(start).Take(BatchSize).ToList();
            try
            {
                kept.AddRange(FilterBatch(connection, columns, batch, condition).Select(index => start + index));
            }
            catch (DuckDbException)
            {
                // A condition that fails for a candidate fails in the run, if rows of that candidate get there at all.
                kept.AddRange(Enumerable.Range(start, batch.Count));
                isExact = false;
            }
        }

        return new FilteredCandidates(kept, isExact);
    }

    /// <inheritdoc/>
    public TextSet? Texts(BoundRelation relation, int maximum)
    {
        var column = ExpressionPrinter.Name(relation.Output[0]);
        var limit = (maximum + 1).ToString(CultureInfo.InvariantCulture);
        var sql = $"SELECT DISTINCT {column} FROM ({new RelationPrinter(_ => 0).Print(relation)}) WHERE {column} IS NOT NULL LIMIT {limit}";
        using var connection = database.Value.Connect();
        try
        {
            using var result = connection.Query(sql, [VarcharType.Unbounded]);
            var texts = new TextSet(TextsOf(result));
            return texts.Count <= maximum ? texts : null;
        }
        catch (DuckDbException)
        {
            // What fails here fails in the run too, if the run gets there.
            return null;
        }
    }

    private static IEnumerable<string> TextsOf(DuckDbResult result)
    {
        while (result.Next() is { } rows)
        {
            for (var row = 0; row < rows.RowCount; row++)
            {
                // NULL is left out by the statement.
                yield return rows.GetText(0, row)!;
            }

            rows.Release();
        }
    }

    private static List<int> FilterBatch(DuckDbConnection connection, ValueList<Symbol> columns, List<IReadOnlyList<string?>> batch, string condition)
    {
        var texts = columns.Select((_, index) =>
            $"unnest(CAST([{string.Join(", ", batch.Select(row => row[index] is { } text ? SqlText.Literal(text) : "NULL"))}] AS VARCHAR[])) AS {Text(index)}");
        var typed = columns.Select((symbol, index) =>
            $"{CastPrinter.Print(Text(index), VarcharType.Unbounded, symbol.Type, isTry: false)} AS {ExpressionPrinter.Name(symbol)}");
        var numbers = string.Create(CultureInfo.InvariantCulture, $"unnest(range({batch.Count})) AS number");
        var sql = $"SELECT number FROM (SELECT number, {string.Join(", ", typed)} FROM (SELECT {numbers}, {string.Join(", ", texts)})) WHERE {condition} ORDER BY number";
        var kept = new List<int>();
        using var result = connection.Query(sql, [ScalarTypes.BigInt]);
        while (result.Next() is { } rows)
        {
            for (var row = 0; row < rows.RowCount; row++)
            {
                // The column is a number and never null.
                kept.Add(int.Parse(rows.GetText(0, row)!, CultureInfo.InvariantCulture));
            }

            rows.Release();
        }

        return kept;
    }

    private static string Text(int index) => string.Create(CultureInfo.InvariantCulture, $"t{index}");
}
