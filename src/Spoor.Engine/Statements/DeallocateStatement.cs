using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>DEALLOCATE PREPARE name</c>.</summary>
internal static class DeallocateStatement
{
    public static QueryResult Run(Deallocate statement, StatementContext context)
    {
        if (context.Catalog.FindPreparedStatement(statement.Name.Value) is null)
        {
            throw new QueryException(ErrorCode.NotFound, statement.Name.Span, $"Prepared statement not found: {statement.Name.Value}", "Names are compared exactly.");
        }

        context.Catalog.SetPreparedStatement(statement.Name.Value, text: null);
        return TextResult.Done();
    }
}
