using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER DATABASE ... SET DBPROPERTIES</c>.</summary>
internal static class AlterDatabaseStatement
{
    public static QueryResult Run(AlterDatabase statement, StatementContext context) => CatalogChange.Make(() =>
    {
        var name = Names.RequireDatabase(statement.Name, context);
        return context.Catalog.Databases().FirstOrDefault(known => known.Name == name) is { } database
            && context.Catalog.TryAlterDatabase(database, database with { Properties = StringProperties.Merge(database.Properties, statement.Properties) });
    });
}
