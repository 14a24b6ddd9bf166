using Spoor.Catalog.Definitions;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>SHOW TABLES</c>: tables and views.</summary>
internal static class ShowTablesStatement
{
    public static async Task<QueryResult> RunAsync(ShowTables statement, StatementContext context, CancellationToken cancellationToken)
    {
        var database = (await Names.RequireDatabaseAsync(statement.Database, context, cancellationToken)).Value.Name;
        var names = await context.Catalog.TablesAsync(database, cancellationToken).Select(table => table.Value.Name.Table).ToListAsync(cancellationToken);
        return TextResult.Lines(StatementKind.Utility, "tab_name", NamePatterns.Filter(names, statement.Pattern, statement.Span), NamePatterns.Hint(statement.Pattern));
    }
}
