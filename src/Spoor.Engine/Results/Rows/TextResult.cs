using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Results.Rows;

/// <summary>Results of statements that read no objects.</summary>
internal static class TextResult
{
    /// <summary>DDL's result: no columns, no rows.</summary>
    /// <param name="located">The table of which the statement has said where its objects lie; null for other statements.</param>
    public static QueryResult Done(TableName? located = null) => new(StatementKind.Ddl, [], AsyncEnumerable.Empty<RowBatch>(), new ScanStatistics()) { Located = located };

    /// <summary>Rows of one column.</summary>
    /// <param name="kind">The statement's kind.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="hint">What may surprise about them; null for nothing.</param>
    public static QueryResult Lines(StatementKind kind, string column, IEnumerable<string> lines, string? hint = null)
    {
        var result = Rows(kind, [column], lines.Select(line => (ValueList<string>)[line]));
        if (hint is not null)
        {
            result.Statistics.AddHint(hint);
        }

        return result;
    }

    /// <summary>Rows of texts; each row has as many as there are columns.</summary>
    public static QueryResult Rows(StatementKind kind, ValueList<string> columns, IEnumerable<ValueList<string>> rows)
    {
        var kept = rows.ToValueList();
        RowBatch[] batches = kept.Count == 0 ? [] : [new TextRowBatch(kept)];
        return new QueryResult(kind, columns.Select(name => new ResultColumn(name, VarcharType.Unbounded)).ToValueList(), batches.ToAsyncEnumerable(), new ScanStatistics());
    }
}
