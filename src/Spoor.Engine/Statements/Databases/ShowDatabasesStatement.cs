using Spoor.Catalog.Definitions;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Databases;

/// <summary><c>SHOW DATABASES</c>.</summary>
internal static class ShowDatabasesStatement
{
    public static async Task<QueryResult> RunAsync(ShowDatabases statement, StatementContext context, CancellationToken cancellationToken)
    {
        var names = await context.Catalog.DatabasesAsync(cancellationToken).Select(database => database.Value.Name).ToListAsync(cancellationToken);
        return TextResult.Lines(StatementKind.Utility, "database_name", NamePatterns.FilterByRegex(names, statement.Pattern, statement.Span), NamePatterns.Hint(statement.Pattern));
    }
}
