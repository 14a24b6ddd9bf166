using Spoor.Engine.Results;
using Spoor.Sql.Analysis;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>DROP DATABASE</c>.</summary>
internal static class DropDatabaseStatement
{
    public static QueryResult Run(DropDatabase statement, StatementContext context)
    {
        var name = Names.OfDatabase(statement.Name, context);
        if (!statement.IfExists || context.Catalog.HasDatabase(TableName.DefaultCatalog, name))
        {
            context.Catalog.DropDatabase(name, statement.IsCascade);
        }

        return TextResult.Done();
    }
}
