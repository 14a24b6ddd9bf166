using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER DATABASE ... SET DBPROPERTIES</c>.</summary>
internal static class AlterDatabaseStatement
{
    public static QueryResult Run(AlterDatabase statement, StatementContext context)
    {
        var name = Names.RequireDatabase(statement.Name, context);
        var database = context.Catalog.Databases().Single(known => known.Name == name);
        context.Catalog.AlterDatabase(database with { Properties = StringProperties.Merge(database.Properties, statement.Properties) });
        return TextResult.Done();
    }
}
