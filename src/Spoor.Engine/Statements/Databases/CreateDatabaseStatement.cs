using Spoor.Catalog.Definitions;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Engine.Tables.Metadata;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Databases;

/// <summary><c>CREATE DATABASE</c>.</summary>
internal static class CreateDatabaseStatement
{
    public static async Task<QueryResult> RunAsync(CreateDatabase statement, StatementContext context, CancellationToken cancellationToken)
    {
        var name = Names.OfDatabase(statement.Name, context);
        var location = statement.Location is null ? null : Locations.Require(statement.Location, statement.Span);
        if (statement.IfNotExists && (name == InformationSchema.Database || await context.Catalog.FindDatabaseAsync(name, cancellationToken) is not null))
        {
            return TextResult.Done();
        }

        if (name == InformationSchema.Database)
        {
            throw CatalogErrors.DatabaseExists(name);
        }

        await context.Catalog.CreateDatabaseAsync(new Database(name, statement.Comment, location, statement.Properties.ToProperties()), cancellationToken);
        return TextResult.Done();
    }
}
