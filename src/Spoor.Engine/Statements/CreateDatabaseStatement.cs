using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>CREATE DATABASE</c>.</summary>
internal static class CreateDatabaseStatement
{
    public static QueryResult Run(CreateDatabase statement, StatementContext context)
    {
        var name = Names.OfDatabase(statement.Name, context);
        var location = statement.Location is null ? null : Locations.Require(statement.Location, statement.Span);
        if (!statement.IfNotExists || !context.Catalog.HasDatabase(TableName.DefaultCatalog, name))
        {
            context.Catalog.CreateDatabase(new Database(name, statement.Comment, location, statement.Properties.ToProperties()));
        }

        return TextResult.Done();
    }
}
