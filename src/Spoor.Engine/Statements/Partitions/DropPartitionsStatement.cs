using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Partitions;

/// <summary><c>ALTER TABLE ... DROP PARTITION</c>; a specification may compare (<c>dt &lt; '2020'</c>) and leave columns out.</summary>
internal static class DropPartitionsStatement
{
    public static async Task<QueryResult> RunAsync(DropPartitions statement, StatementContext context, CancellationToken cancellationToken)
    {
        var table = (await Names.RequireTableAsync(statement.Table, context, cancellationToken)).Value;
        var partitions = await context.Catalog.PartitionsAsync(table.Name, cancellationToken);
        var dropped = new List<ValueList<string>>();
        foreach (var specification in statement.Partitions)
        {
            PartitionSpecifications.RequireKeys(table, specification);
            var matches = partitions.Select(partition => partition.Value).Where(partition => PartitionSpecifications.Matches(table, specification, partition)).Select(partition => partition.Values).ToList();
            if (matches.Count == 0 && !statement.IfExists)
            {
                throw CatalogErrors.PartitionNotFound(PartitionSpecifications.Print(specification), specification.Span);
            }

            dropped.AddRange(matches);
        }

        await context.Catalog.DropPartitionsAsync(table.Name, dropped.ToValueList(), cancellationToken);
        return TextResult.Done();
    }
}
