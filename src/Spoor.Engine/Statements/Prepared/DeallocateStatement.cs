using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Prepared;

/// <summary><c>DEALLOCATE PREPARE name</c>.</summary>
internal static class DeallocateStatement
{
    public static async Task<QueryResult> RunAsync(Deallocate statement, StatementContext context, CancellationToken cancellationToken)
    {
        var name = statement.Name.Value.ToLowerInvariant();
        return await context.Catalog.TryDropPreparedStatementAsync(name, cancellationToken)
            ? TextResult.Done()
            : throw new QueryException(ErrorCode.NotFound, statement.Name.Span, $"Prepared statement not found: {name}", "PREPARE makes one.");
    }
}
