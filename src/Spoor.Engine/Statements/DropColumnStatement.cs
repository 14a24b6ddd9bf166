using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER TABLE ... DROP COLUMN</c>.</summary>
/// <remarks>DEVIATION: Athena has it for Iceberg tables only; here it works for every table.</remarks>
internal static class DropColumnStatement
{
    public static QueryResult Run(DropColumn statement, StatementContext context) => CatalogChange.Make(() =>
    {
        var table = Names.RequireTable(statement.Table, context);
        var position = ColumnPositions.Require(table, statement.Column);
        if (table.Columns.Count == 1)
        {
            throw new QueryException(ErrorCode.NotSupported, statement.Column.Span, "Cannot drop the only column in a table");
        }

        return context.Catalog.TryAlterTable(table, table with { Columns = table.Columns.Where((_, index) => index != position).ToValueList() });
    });
}
