using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>PREPARE name FROM statement</c>: keeps the statement's text; one of the same name is replaced.</summary>
internal static class PrepareStatement
{
    public static QueryResult Run(Prepare statement, StatementContext context)
    {
        context.Catalog.SetPreparedStatement(statement.Name.Value.ToLowerInvariant(), context.TextAt(statement.Statement.Span));
        return TextResult.Done();
    }
}
