using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>USE</c>: the result names the database that the session's later statements are to use.</summary>
internal static class UseStatement
{
    public static async Task<QueryResult> RunAsync(Use statement, StatementContext context, CancellationToken cancellationToken)
    {
        var result = TextResult.Done();
        result.Database = (await Names.RequireDatabaseAsync(statement.Name, context, cancellationToken)).Value.Name;
        return result;
    }
}
