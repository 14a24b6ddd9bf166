using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Partitions;

/// <summary><c>SHOW PARTITIONS</c>: the registered ones; projected partitions are not listed.</summary>
internal static class ShowPartitionsStatement
{
    public static async Task<QueryResult> RunAsync(ShowPartitions statement, StatementContext context, CancellationToken cancellationToken)
    {
        var table = (await Names.RequireTableOrViewAsync(statement.Table, context, cancellationToken)).Value;
        if (table.PartitionKeys.Count == 0)
        {
            throw new QueryException(ErrorCode.HiveSemanticException, statement.Table.Span, $"FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Table {table.Name.Table} is not a partitioned table");
        }

        var keys = table.PartitionKeys.Select(key => key.Name).ToList();
        var partitions = await context.Catalog.PartitionsAsync(table.Name, cancellationToken);
        return TextResult.Lines(StatementKind.Utility, "partition", partitions.Select(partition => PartitionNames.Name(keys, partition.Value.Values)));
    }
}
