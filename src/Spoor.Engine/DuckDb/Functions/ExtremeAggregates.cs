using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>max, min, max_by and min_by, also of the first n. NaN is the answer only where there is nothing else, for the greatest and for the least.</summary>
/// <seealso href="https://trino.io/docs/current/functions/aggregate.html"/>
internal static class ExtremeAggregates
{
    private const string Item = "spoor_e";

    /// <summary>Prints <c>max(x)</c>, <c>min(x)</c> and <c>max(x, n)</c>, <c>min(x, n)</c>.</summary>
    internal static AggregateText Print(FunctionCallText call, bool isMax)
    {
        var name = isMax ? "max" : "min";
        if (ValueKey.HasPlainOrder(call.Type(0), unorderedFirst: isMax))
        {
            return new AggregateText(name, call.All);
        }

        // Two passes over numbers are quicker than one over structs.
        return call is { Count: 1 } && call.Type(0) is ScalarType { IsFloatingPoint: true }
            ? new AggregateText([new(name, call[0], $"NOT isnan({call[0]})"), new(name, call[0])], calls => $"coalesce({calls[0]}, {calls[1]})")
            : new AggregateText($"arg_{name}", string.Join(", ", [call[0], Key(call, 0, isMax), .. call.Arguments.Skip(1)]));
    }

    /// <summary>Prints <c>max_by(x, y)</c> and <c>max_by(x, y, n)</c>; x may be NULL, y not.</summary>
    internal static AggregateText PrintBy(FunctionCallText call, bool isMax)
    {
        var name = isMax ? "arg_max" : "arg_min";

        // DuckDB's first n leave NULLs out, so the values travel in a STRUCT.
        return call.Count == 2
            ? new AggregateText($"{name}_null", $"{call[0]}, {Key(call, 1, isMax)}")
            : new AggregateText(name, $"{{'v': {call[0]}}}, {Key(call, 1, isMax)}, {call[2]}", text => $"list_transform({text}, lambda {Item}: {Item}.v)");
    }

    private static string Key(FunctionCallText call, int index, bool isMax) => ValueKey.Order(call[index], call.Type(index), unorderedFirst: isMax);
}
