using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>random and rand.</summary>
internal static class RandomFunctions
{
    private static readonly ScalarFunction s_between =
        new("spoor_random", [BigInt, BigInt], BigInt, Between, IsVolatile: true);

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("random", Print, s_between),
        Expression("rand", Print, s_between),
    ];

    private static DuckExpression Print(DuckFunctionCall call) => call.Count switch
    {
        0 => Call("random"),
        1 => Duck($"CAST(spoor_random({long.MinValue}, {call[0]}) AS {TypePrinter.TypeOf(call.Result)})"),
        _ => Duck($"CAST(spoor_random({call.All}) AS {TypePrinter.TypeOf(call.Result)})"),
    };

    // The least number stands for a start left out: then the bound must be positive.
    private static void Between(ref ScalarFunctionRow row)
    {
        var (start, stop) = (row.Value<long>(0), row.Value<long>(1));
        if (start == long.MinValue)
        {
            start = stop > 0 ? 0 : throw Invalid("bound must be positive");
        }

        row.Set(start < stop ? Random.Shared.NextInt64(start, stop) : throw Invalid("start value must be less than stop value"));
    }

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);
}
