using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER TABLE ... DROP PARTITION</c>; a specification may compare (<c>dt &lt; '2020'</c>) and leave columns out.</summary>
internal static class DropPartitionsStatement
{
    public static QueryResult Run(DropPartitions statement, StatementContext context)
    {
        var table = Names.RequireTable(statement.Table, context);
        var partitions = context.Catalog.Partitions(table.Name);
        var dropped = new List<ValueList<string>>();
        foreach (var specification in statement.Partitions)
        {
            PartitionSpecifications.RequireKeys(table, specification);
            var matches = partitions.Where(partition => PartitionSpecifications.Matches(table, specification, partition)).Select(partition => partition.Values).ToList();
            if (matches.Count == 0 && !statement.IfExists)
            {
                throw CatalogErrors.PartitionNotFound(PartitionSpecifications.Print(specification), specification.Span);
            }

            dropped.AddRange(matches);
        }

        context.Catalog.DropPartitions(table.Name, dropped.ToValueList());
        return TextResult.Done();
    }
}
