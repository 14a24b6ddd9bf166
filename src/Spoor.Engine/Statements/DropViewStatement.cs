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
        switch (context.Catalog.Find(name))
        {
            case null when statement.IfExists:
                break;
            case null:
                throw new QueryException(ErrorCode.TableNotFound, statement.Span, $"View '{name}' does not exist", $"SHOW VIEWS IN {name.Database} lists them.");
            case { ViewText: null }:
                throw new QueryException(ErrorCode.TableNotFound, statement.Span, $"View '{name}' does not exist, but a table with that name exists. Did you mean DROP TABLE {name}?");
            default:
                context.Catalog.DropTable(name);
                break;
        }

        return TextResult.Done();
    }
}
