using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Databases;

/// <summary><c>DROP DATABASE</c>.</summary>
internal static class DropDatabaseStatement
{
    public static async Task<QueryResult> RunAsync(DropDatabase statement, StatementContext context, CancellationToken cancellationToken)
    {
        var name = Names.OfDatabase(statement.Name, context);
        if (!statement.IfExists || await context.Catalog.FindDatabaseAsync(name, cancellationToken) is not null)
        {
            await context.Catalog.DropDatabaseAsync(name, statement.IsCascade, cancellationToken);
        }

        return TextResult.Done();
    }
}
