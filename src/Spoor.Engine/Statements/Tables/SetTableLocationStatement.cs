using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>ALTER TABLE ... [PARTITION ...] SET LOCATION</c>.</summary>
internal static class SetTableLocationStatement
{
    public static async Task<QueryResult> RunAsync(SetTableLocation statement, StatementContext context, CancellationToken cancellationToken) => await CatalogChange.MakeAsync(async () =>
    {
        var current = await Names.RequireTableAsync(statement.Table, context, cancellationToken);
        var table = current.Value;
        var location = Locations.Require(statement.Location, statement.Span);
        if (statement.Partition is { } specification)
        {
            var partition = await PartitionSpecifications.RequirePartitionAsync(table, specification, context, cancellationToken);
            return await context.Catalog.TryAlterPartitionAsync(table.Name, partition, partition.Value with { Location = location }, cancellationToken);
        }

        // Only views have no storage.
        return await context.Catalog.TryAlterTableAsync(current, table with { Storage = table.Storage! with { Location = location } }, cancellationToken);
    },
    Names.OfTable(statement.Table, context));
}
