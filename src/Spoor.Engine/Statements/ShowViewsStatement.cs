using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>SHOW VIEWS</c>.</summary>
internal static class ShowViewsStatement
{
    public static QueryResult Run(ShowViews statement, StatementContext context) =>
        TextResult.Lines(StatementKind.Utility, "views", NamePatterns.Filter(context.Catalog.Tables(Names.RequireDatabase(statement.Database, context)).Where(table => table.ViewText is not null).Select(table => table.Name.Table), statement.Pattern, statement.Span));
}
