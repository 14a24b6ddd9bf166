using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Metadata;

/// <summary>A table whose rows are at hand.</summary>
/// <param name="schema">Its columns.</param>
/// <param name="rows">For each column a string, which casts to the column's type, a long for bigint, or null.</param>
internal sealed class RowsTable(TableSchema schema, ValueList<ValueList<object?>> rows) : ITableProvider
{
    /// <inheritdoc/>
    public TableSchema Schema => schema;

    /// <summary>Plans to give all rows: who has few need not choose among them.</summary>
    public PlannedRead Plan(ReadRequest request, PlanningContext planning)
    {
        var positions = request.Columns.Select(PositionOf).ToList();
        var columns = request.Columns.Select(column => column.Symbol).ToValueList();
        var delivered = columns.Select(symbol => symbol.Type is VarcharType || symbol.Type == ScalarTypes.BigInt ? symbol : planning.NewSymbol(symbol, VarcharType.Unbounded));
        var read = new RowsRead(schema.Name, delivered.ToValueList(), columns, rows.Select(row => positions.Select(column => row[column]).ToValueList()).ToValueList());
        return new PlannedRead(read, request.Conjuncts.Select(_ => Pushdown.Unsupported).ToValueList());
    }

    private int PositionOf(LeafColumn column) => schema.Columns.Select((each, index) => (each.Name, index)).First(each => each.Name == column.Column).index;
}
