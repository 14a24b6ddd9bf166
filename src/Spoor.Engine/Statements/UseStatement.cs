using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>USE</c>: the result names the database that the session's later statements are to use.</summary>
internal static class UseStatement
{
    public static QueryResult Run(Use statement, StatementContext context)
    {
        var result = TextResult.Done();
        result.Database = Names.RequireDatabase(statement.Name, context);
        return result;
    }
}
