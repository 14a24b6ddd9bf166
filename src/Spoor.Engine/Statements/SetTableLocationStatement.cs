using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER TABLE ... [PARTITION ...] SET LOCATION</c>.</summary>
internal static class SetTableLocationStatement
{
    public static QueryResult Run(SetTableLocation statement, StatementContext context)
    {
        var table = Names.RequireTable(statement.Table, context);
        var location = Locations.Require(statement.Location, statement.Span);
        if (statement.Partition is { } specification)
        {
            var partition = PartitionSpecifications.RequirePartition(table, specification, context);
            context.Catalog.DropPartitions(table.Name, [partition.Values]);
            context.Catalog.AddPartitions(table.Name, [partition with { Location = location }], ifNotExists: false);
        }
        else
        {
            // Only views have no storage.
            context.Catalog.AlterTable(table with { Storage = table.Storage! with { Location = location } });
        }

        return TextResult.Done();
    }
}
