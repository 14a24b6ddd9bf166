using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Objects;

/// <summary>A table of the catalog that no format reads.</summary>
/// <param name="table">The table.</param>
/// <param name="storage">Its storage.</param>
/// <param name="registered">Its registered partitions.</param>
/// <param name="readable">What is read, for the error's hint.</param>
internal sealed class UnreadableTable(Table table, TableStorage storage, ValueList<Partition> registered, string readable) : ITableProvider
{
    /// <inheritdoc/>
    public TableSchema Schema => TableSchemas.Of(table);

    /// <summary>Refuses the table, after what is wrong with the conditions on its partitions: Athena looks at those first.</summary>
    public PlannedRead Plan(ReadRequest request, PlanningContext planning)
    {
        _ = PartitionPruner.Prune(table, storage, registered, request, planning);
        throw new QueryException(
            ErrorCode.NotSupported, span: null, $"Table '{table.Name}' has the SerDe {storage.SerdeClass}, which Spoor cannot read", $"Spoor reads {readable}.");
    }
}
