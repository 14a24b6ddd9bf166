using Spoor.Catalog.Definitions;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Views;

/// <summary><c>SHOW VIEWS</c>.</summary>
internal static class ShowViewsStatement
{
    public static async Task<QueryResult> RunAsync(ShowViews statement, StatementContext context, CancellationToken cancellationToken)
    {
        var database = (await Names.RequireDatabaseAsync(statement.Database, context, cancellationToken)).Value.Name;
        var names = await context.Catalog.TablesAsync(database, cancellationToken).Where(table => table.Value.ViewText is not null).Select(table => table.Value.Name.Table).ToListAsync(cancellationToken);
        return TextResult.Lines(StatementKind.Utility, "views", NamePatterns.Filter(names, statement.Pattern, statement.Span), NamePatterns.Hint(statement.Pattern));
    }
}
