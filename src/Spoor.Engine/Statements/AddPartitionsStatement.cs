using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER TABLE ... ADD PARTITION</c>. A partition without a location lies below the table, as Hive names it.</summary>
internal static class AddPartitionsStatement
{
    public static QueryResult Run(AddPartitions statement, StatementContext context)
    {
        var table = Names.RequireTable(statement.Table, context);
        var partitions = statement.Partitions.Select(specification => ToPartition(table, specification)).ToValueList();
        context.Catalog.AddPartitions(table.Name, partitions, statement.IfNotExists);
        return TextResult.Done();
    }

    private static Partition ToPartition(Table table, PartitionSpecification specification)
    {
        var values = PartitionSpecifications.RequireValues(table, specification);
        var location = specification.Location is null ? PartitionNames.DefaultLocation(table, values) : Locations.Require(specification.Location, specification.Span);
        return new Partition(values, location);
    }
}
