using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Databases;

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
