using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER TABLE ... [PARTITION ...] SET LOCATION</c>.</summary>
internal static class SetTableLocationStatement
{
    public static QueryResult Run(SetTableLocation statement, StatementContext context) => CatalogChange.Make(() =>
    {
        var table = Names.RequireTable(statement.Table, context);
        var location = Locations.Require(statement.Location, statement.Span);
        if (statement.Partition is { } specification)
        {
            var partition = PartitionSpecifications.RequirePartition(table, specification, context);
            return context.Catalog.TryAlterPartition(table.Name, partition, partition with { Location = location });
        }

        // Only views have no storage.
        return context.Catalog.TryAlterTable(table, table with { Storage = table.Storage! with { Location = location } });
    });
}
