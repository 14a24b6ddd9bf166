using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER TABLE ... ADD|REPLACE COLUMNS</c>.</summary>
internal static class AddColumnsStatement
{
    public static QueryResult Run(AddColumns statement, StatementContext context) => CatalogChange.Make(() =>
    {
        var table = Names.RequireTable(statement.Table, context);
        if (statement.Partition is not null)
        {
            throw new QueryException(ErrorCode.NotSupported, statement.Partition.Span, "Columns of a single partition are not supported", "Leave PARTITION out: all partitions have the table's columns.");
        }

        var kept = statement.IsReplace ? [] : table.Columns;
        var added = ColumnDefinitions.ToColumns(statement.Columns, kept.Concat(table.PartitionKeys));
        return context.Catalog.TryAlterTable(table, table with { Columns = kept.Concat(added).ToValueList() });
    });
}
