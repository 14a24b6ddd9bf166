using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>ALTER TABLE ... DROP COLUMN</c>.</summary>
/// <remarks>DEVIATION: Athena has it for Iceberg tables only; here it works for every table.</remarks>
internal static class DropColumnStatement
{
    public static async Task<QueryResult> RunAsync(DropColumn statement, StatementContext context, CancellationToken cancellationToken) => await CatalogChange.MakeAsync(async () =>
    {
        var current = await Names.RequireTableAsync(statement.Table, context, cancellationToken);
        var table = current.Value;
        var position = ColumnPositions.Require(table, statement.Column);
        if (table.Columns.Count == 1)
        {
            throw new QueryException(ErrorCode.NotSupported, statement.Column.Span, "Cannot drop the only column in a table");
        }

        return await context.Catalog.TryAlterTableAsync(current, table with { Columns = table.Columns.Where((_, index) => index != position).ToValueList() }, cancellationToken);
    });
}
