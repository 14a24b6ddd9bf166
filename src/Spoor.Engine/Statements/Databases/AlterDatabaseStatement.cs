using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Databases;

/// <summary><c>ALTER DATABASE ... SET DBPROPERTIES</c>.</summary>
internal static class AlterDatabaseStatement
{
    public static async Task<QueryResult> RunAsync(AlterDatabase statement, StatementContext context, CancellationToken cancellationToken) => await CatalogChange.MakeAsync(async () =>
    {
        var current = await Names.RequireDatabaseAsync(statement.Name, context, cancellationToken);
        var altered = current.Value with { Properties = StringProperties.Merge(current.Value.Properties, statement.Properties) };
        return await context.Catalog.TryAlterDatabaseAsync(current, altered, cancellationToken);
    });
}
