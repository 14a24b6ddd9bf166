using Spoor.Catalog.Definitions;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Prepared;

/// <summary><c>PREPARE name FROM statement</c>: keeps the statement's text; one of the same name is replaced.</summary>
internal static class PrepareStatement
{
    public static async Task<QueryResult> RunAsync(Prepare statement, StatementContext context, CancellationToken cancellationToken)
    {
        await context.Catalog.SetPreparedStatementAsync(
            new PreparedStatement(statement.Name.Value.ToLowerInvariant(), context.TextAt(statement.Statement.Span)), cancellationToken);
        return TextResult.Done();
    }
}
