using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Views;

/// <summary><c>DROP VIEW</c>; sentences are Trino's.</summary>
internal static class DropViewStatement
{
    public static async Task<QueryResult> RunAsync(DropView statement, StatementContext context, CancellationToken cancellationToken)
    {
        var name = Names.OfTable(statement.Name, context);
        return await CatalogChange.MakeAsync(async () => await context.Catalog.FindTableAsync(name, cancellationToken) switch
        {
            null when statement.IfExists => true,
            null => throw new QueryException(ErrorCode.TableNotFound, statement.Span, $"View '{name}' does not exist", $"SHOW VIEWS IN {name.Database} lists them."),
            { Value.ViewText: null } => throw new QueryException(ErrorCode.TableNotFound, statement.Span, $"View '{name}' does not exist, but a table with that name exists. Did you mean DROP TABLE {name}?"),
            { } view => await context.Catalog.TryDropTableAsync(view, cancellationToken),
        });
    }
}
