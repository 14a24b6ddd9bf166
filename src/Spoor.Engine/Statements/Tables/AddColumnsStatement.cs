using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>ALTER TABLE ... ADD|REPLACE COLUMNS</c>.</summary>
internal static class AddColumnsStatement
{
    public static async Task<QueryResult> RunAsync(AddColumns statement, StatementContext context, CancellationToken cancellationToken) => await CatalogChange.MakeAsync(async () =>
    {
        var current = await Names.RequireTableAsync(statement.Table, context, cancellationToken);
        var table = current.Value;
        if (statement.Partition is not null)
        {
            throw new QueryException(ErrorCode.NotSupported, statement.Partition.Span, "Columns of a single partition are not supported", "Leave PARTITION out: all partitions have the table's columns.");
        }

        var kept = statement.IsReplace ? [] : table.Columns;
        var added = ColumnDefinitions.ToColumns(statement.Columns, kept.Concat(table.PartitionKeys));
        return await context.Catalog.TryAlterTableAsync(current, table with { Columns = kept.Concat(added).ToValueList() }, cancellationToken);
    });
}
