using System.Globalization;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Printing;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Planning.Conditions;
using Spoor.Sql.Analysis.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>Evaluates conditions with the executor that later runs the query, so that pruning and running cannot differ.</summary>
internal sealed class DuckDbConditionEvaluator(Lazy<DuckDbDatabase> database) : IConditionEvaluator
{
    /// <summary>Candidates per statement; a longer text is slow to parse.</summary>
    private const int BatchSize = 4096;

    /// <inheritdoc/>
    public FilteredCandidates Filter(ValueList<Symbol> columns, IReadOnlyList<IReadOnlyList<string?>> candidates, IReadOnlyList<BoundExpression> conditions)
    {
        var printer = new ExpressionPrinter(new RelationPrinter(_ => 0));
        var condition = And(conditions.Select(printer.Print));
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
        var column = ExpressionPrinter.Column(relation.Output[0]);
        var texts = new DuckSelect([new(column)], new DuckDerived(new RelationPrinter(_ => 0).Print(relation))) { IsDistinct = true, Where = new DuckIsNull(column, IsNegated: true), Limit = maximum + 1 };
        using var connection = database.Value.Connect();
        try
        {
            using var result = connection.Query(DuckWriter.Write(texts), [VarcharType.Unbounded]);
            var found = new TextSet(TextsOf(result));
            return found.Count <= maximum ? found : null;
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

    private static List<int> FilterBatch(DuckDbConnection connection, ValueList<Symbol> columns, List<IReadOnlyList<string?>> batch, DuckExpression condition)
    {
        var number = new DuckColumn("number");
        var texts = columns.Select((_, index) =>
            new DuckSelectItem(Duck($"unnest(CAST([{batch.Select(row => row[index] is { } text ? Text(text) : (DuckExpression)DuckKeyword.Null)}] AS VARCHAR[]))"), Candidate(index).Name));
        var typed = columns.Select((symbol, index) => new DuckSelectItem(CastPrinter.Print(Candidate(index), VarcharType.Unbounded, symbol.Type, isTry: false), ExpressionPrinter.Name(symbol)));
        var candidates = new DuckSelect([new(Duck($"unnest(range({batch.Count}))"), number.Name), .. texts]);
        var sql = DuckWriter.Write(new DuckSelect([new(number)], new DuckDerived(new DuckSelect([new(number), .. typed], new DuckDerived(candidates))))
        {
            Where = condition,
            OrderBy = [new DuckSortKey(number, IsDescending: false, NullsFirst: false)],
        });
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

    private static DuckColumn Candidate(int index) => new(string.Create(CultureInfo.InvariantCulture, $"t{index}"));
}
