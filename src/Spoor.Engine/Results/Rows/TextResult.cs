using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Engine.Results.Rows;

/// <summary>Results of statements that read no objects.</summary>
internal static class TextResult
{
    /// <summary>DDL's result: no columns, no rows.</summary>
    public static QueryResult Done() => new(StatementKind.Ddl, [], AsyncEnumerable.Empty<RowBatch>(), new ScanStatistics());

    /// <summary>Rows of one column.</summary>
    public static QueryResult Lines(StatementKind kind, string column, IEnumerable<string> lines) =>
        Rows(kind, [column], lines.Select(line => (ValueList<string>)[line]));

    /// <summary>Rows of texts; each row has as many as there are columns.</summary>
    public static QueryResult Rows(StatementKind kind, ValueList<string> columns, IEnumerable<ValueList<string>> rows)
    {
        var kept = rows.ToValueList();
        RowBatch[] batches = kept.Count == 0 ? [] : [new TextRowBatch(kept)];
        return new QueryResult(kind, columns.Select(name => new ResultColumn(name, VarcharType.Unbounded)).ToValueList(), batches.ToAsyncEnumerable(), new ScanStatistics());
    }
}
