using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>SHOW COLUMNS</c>, partition columns last; each name padded to 20 as Athena gives it.</summary>
internal static class ShowColumnsStatement
{
    public static QueryResult Run(ShowColumns statement, StatementContext context) =>
        TextResult.Lines(StatementKind.Utility, "field", Columns(Names.RequireTableOrView(statement.Table, context)));

    private static IEnumerable<string> Columns(Table table) => table.Columns.Concat(table.PartitionKeys).Select(column => column.Name.PadRight(20));
}
