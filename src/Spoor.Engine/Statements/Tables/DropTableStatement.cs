using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>DROP TABLE</c>. The objects stay: every table is external.</summary>
internal static class DropTableStatement
{
    public static async Task<QueryResult> RunAsync(DropTable statement, StatementContext context, CancellationToken cancellationToken)
    {
        var name = Names.OfTable(statement.Name, context);
        return await CatalogChange.MakeAsync(async () => await context.Catalog.FindTableAsync(name, cancellationToken) switch
        {
            null when statement.IfExists => true,
            null => throw CatalogErrors.TableNotFound(name, statement.Name.Span),
            { Value.ViewText: not null } => throw new QueryException(ErrorCode.HiveSemanticException, statement.Name.Span, "FAILED: SemanticException Cannot drop a view with DROP TABLE", $"Write DROP VIEW {statement.Name}."),
            { } table => await context.Catalog.TryDropTableAsync(table, cancellationToken),
        });
    }
}
