using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>DEALLOCATE PREPARE name</c>.</summary>
internal static class DeallocateStatement
{
    public static QueryResult Run(Deallocate statement, StatementContext context)
    {
        var name = statement.Name.Value.ToLowerInvariant();
        if (context.Catalog.FindPreparedStatement(name) is null)
        {
            throw new QueryException(ErrorCode.NotFound, statement.Name.Span, $"Prepared statement not found: {name}", "PREPARE makes one.");
        }

        context.Catalog.SetPreparedStatement(name, text: null);
        return TextResult.Done();
    }
}
