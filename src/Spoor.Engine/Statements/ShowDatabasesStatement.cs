using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>SHOW DATABASES</c>.</summary>
internal static class ShowDatabasesStatement
{
    public static QueryResult Run(ShowDatabases statement, StatementContext context) =>
        TextResult.Lines(StatementKind.Utility, "database_name", NamePatterns.FilterByRegex(context.Catalog.Databases().Select(database => database.Name), statement.Pattern, statement.Span));
}
