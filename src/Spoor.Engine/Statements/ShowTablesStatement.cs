using Spoor.Engine.Results;
using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>SHOW TABLES</c>: tables and views.</summary>
internal static class ShowTablesStatement
{
    public static QueryResult Run(ShowTables statement, StatementContext context) =>
        TextResult.Lines(StatementKind.Utility, "tab_name", NamePatterns.Filter(context.Catalog.TableNames(TableName.DefaultCatalog, Names.RequireDatabase(statement.Database, context)), statement.Pattern, statement.Span));
}
