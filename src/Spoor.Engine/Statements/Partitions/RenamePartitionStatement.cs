using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Partitions;

/// <summary><c>ALTER TABLE ... PARTITION ... RENAME TO PARTITION ...</c>. The location stays: the table is external.</summary>
internal static class RenamePartitionStatement
{
    public static async Task<QueryResult> RunAsync(RenamePartition statement, StatementContext context, CancellationToken cancellationToken) => await CatalogChange.MakeAsync(async () =>
    {
        var table = (await Names.RequireTableAsync(statement.Table, context, cancellationToken)).Value;
        var old = await PartitionSpecifications.RequirePartitionAsync(table, statement.From, context, cancellationToken);
        var renamed = old.Value with { Values = PartitionSpecifications.RequireValues(table, statement.To) };
        return await context.Catalog.TryAlterPartitionAsync(table.Name, old, renamed, cancellationToken);
    });
}
