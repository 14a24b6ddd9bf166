using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
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
        var keys = table.PartitionKeys.Select(key => key.Name).ToHashSet();
        var symbols = request.Columns.Where(column => keys.Contains(column.Column)).ToDictionary(column => column.Column, column => column.Symbol);
        var ids = symbols.Values.Select(symbol => symbol.Id).ToHashSet();
        var conditions = request.Conjuncts.Select(conjunct => planning.Sets.Over(ids, conjunct.Condition)).OfType<BoundExpression>().ToList();
        _ = new PartitionPruner(registered, planning.Evaluator, planning.Now).Prune(table, storage, symbols, conditions);
        throw new QueryException(
            ErrorCode.NotSupported, span: null, $"Table '{table.Name}' has the SerDe {storage.SerdeClass}, which Spoor cannot read", $"Spoor reads {readable}.");
    }
}
