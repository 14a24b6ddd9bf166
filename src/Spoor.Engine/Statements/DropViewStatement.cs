using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>DROP VIEW</c>; sentences are Trino's.</summary>
internal static class DropViewStatement
{
    public static QueryResult Run(DropView statement, StatementContext context)
    {
        var name = Names.OfTable(statement.Name, context);
        return CatalogChange.Make(() => context.Catalog.Find(name) switch
        {
            null when statement.IfExists => true,
            null => throw new QueryException(ErrorCode.TableNotFound, statement.Span, $"View '{name}' does not exist", $"SHOW VIEWS IN {name.Database} lists them."),
            { ViewText: null } => throw new QueryException(ErrorCode.TableNotFound, statement.Span, $"View '{name}' does not exist, but a table with that name exists. Did you mean DROP TABLE {name}?"),
            { } view => context.Catalog.TryDropTable(view),
        });
    }
}
