using Spoor.Catalog.Definitions;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>SHOW COLUMNS</c>, partition columns last; each name padded to 20 as Athena gives it.</summary>
internal static class ShowColumnsStatement
{
    public static async Task<QueryResult> RunAsync(ShowColumns statement, StatementContext context, CancellationToken cancellationToken) =>
        TextResult.Lines(StatementKind.Utility, "field", Columns((await Names.RequireTableOrViewAsync(statement.Table, context, cancellationToken)).Value));

    private static IEnumerable<string> Columns(Table table) => table.Columns.Concat(table.PartitionKeys).Select(column => column.Name.PadRight(20));
}
