using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>max, min, max_by and min_by, also of the first n. NaN is the answer only where there is nothing else, for the greatest and for the least.</summary>
/// <seealso href="https://trino.io/docs/current/functions/aggregate.html"/>
internal static class ExtremeAggregates
{
    /// <summary>Prints <c>max(x)</c>, <c>min(x)</c> and <c>max(x, n)</c>, <c>min(x, n)</c>.</summary>
    internal static AggregateExpression Print(DuckFunctionCall call, bool isMax)
    {
        var name = isMax ? "max" : "min";
        if (ValueKey.HasPlainOrder(call.Type(0), unorderedFirst: isMax))
        {
            return new AggregateExpression(name, call.All);
        }

        // Two passes over numbers are quicker than one over structs.
        return call is { Count: 1 } && call.Type(0) is ScalarType { IsFloatingPoint: true }
            ? new AggregateExpression([new(name, [call[0]], Filter: Duck($"NOT isnan({call[0]})")), new(name, [call[0]])], calls => Duck($"coalesce({calls[0]}, {calls[1]})"))
            : new AggregateExpression($"arg_{name}", [call[0], Key(call, 0, isMax), .. call.All.Skip(1)]);
    }

    /// <summary>Prints <c>max_by(x, y)</c> and <c>max_by(x, y, n)</c>; x may be NULL, y not.</summary>
    internal static AggregateExpression PrintBy(DuckFunctionCall call, bool isMax)
    {
        var name = isMax ? "arg_max" : "arg_min";

        // DuckDB's first n leave NULLs out, so the values travel in a STRUCT.
        return call.Count == 2
            ? new AggregateExpression($"{name}_null", [call[0], Key(call, 1, isMax)])
            : new AggregateExpression(name, [Duck($"{{'v': {call[0]}}}"), Key(call, 1, isMax), call[2]], items => Duck($"list_transform({items}, lambda item: item.v)"));
    }

    private static DuckExpression Key(DuckFunctionCall call, int index, bool isMax) => ValueKey.Order(call[index], call.Type(index), unorderedFirst: isMax);
}
