using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Partitions;

/// <summary><c>ALTER TABLE ... ADD PARTITION</c>. A partition without a location lies below the table, as Hive names it.</summary>
internal static class AddPartitionsStatement
{
    public static async Task<QueryResult> RunAsync(AddPartitions statement, StatementContext context, CancellationToken cancellationToken)
    {
        var table = (await Names.RequireTableAsync(statement.Table, context, cancellationToken)).Value;
        var partitions = statement.Partitions.Select(specification => ToPartition(table, specification)).ToValueList();
        await context.Catalog.AddPartitionsAsync(table.Name, partitions, statement.IfNotExists, cancellationToken);
        return TextResult.Done();
    }

    private static Partition ToPartition(Table table, PartitionSpecification specification)
    {
        var values = PartitionSpecifications.RequireValues(table, specification);
        var location = specification.Location is null ? PartitionNames.DefaultLocation(table, values) : Locations.Require(specification.Location, specification.Span);
        return new Partition(values, location);
    }
}
