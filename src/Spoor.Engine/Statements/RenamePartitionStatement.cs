using Spoor.Catalog;
using Spoor.Engine.Results;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER TABLE ... PARTITION ... RENAME TO PARTITION ...</c>. The location stays: the table is external.</summary>
internal static class RenamePartitionStatement
{
    public static QueryResult Run(RenamePartition statement, StatementContext context) => CatalogChange.Make(() =>
    {
        var table = Names.RequireTable(statement.Table, context);
        var old = PartitionSpecifications.RequirePartition(table, statement.From, context);
        var renamed = old with { Values = PartitionSpecifications.RequireValues(table, statement.To) };
        return context.Catalog.TryAlterPartition(table.Name, old, renamed);
    });
}
