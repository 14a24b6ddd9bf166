using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>DROP TABLE</c>. The objects stay: every table is external.</summary>
internal static class DropTableStatement
{
    public static QueryResult Run(DropTable statement, StatementContext context)
    {
        var name = Names.OfTable(statement.Name, context);
        return CatalogChange.Make(() => context.Catalog.Find(name) switch
        {
            null when statement.IfExists => true,
            null => throw CatalogErrors.TableNotFound(name, statement.Name.Span),
            { ViewText: not null } => throw new QueryException(ErrorCode.HiveSemanticException, statement.Name.Span, "FAILED: SemanticException Cannot drop a view with DROP TABLE", $"Write DROP VIEW {statement.Name}."),
            { } table => context.Catalog.TryDropTable(table),
        });
    }
}
