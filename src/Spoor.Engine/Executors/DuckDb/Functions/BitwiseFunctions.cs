using System.Numerics;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Bitwise functions.</summary>
/// <seealso href="https://trino.io/docs/current/functions/bitwise.html"/>
internal static class BitwiseFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("bitwise_and", "({0} & {1})"),
        Expression("bitwise_or", "({0} | {1})"),
        Expression("bitwise_xor", "xor({0}, {1})"),
        Expression("bitwise_not", "(~({0}))"),
        CSharp("bit_count", [BigInt, BigInt], BigInt, BitCount),
        Shift("bitwise_left_shift", (value, shift, bits) => shift >= bits ? 0 : value << shift),
        Shift("bitwise_right_shift", (value, shift, bits) => shift >= bits ? 0 : (long)(((ulong)value & Mask(bits)) >> shift)),
        Shift("bitwise_right_shift_arithmetic", (value, shift, bits) => value >> Math.Min(shift, 63)),
    ];

    private static ulong Mask(int bits) => bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;

    private static FunctionExecution Shift(string name, Func<long, int, int, long> compute) => Expression(
        name,
        call => Cast(Call($"spoor_{name}", [.. call.All, Number(Bits(call.Result))]), TypePrinter.TypeOf(call.Result)),
        new ScalarFunction($"spoor_{name}", [BigInt, BigInt, BigInt], BigInt, (ref row) => Run(ref row, compute)));

    private static int Bits(SqlType type) => type is ScalarType scalar
        ? scalar.Kind switch { ScalarKind.TinyInt => 8, ScalarKind.SmallInt => 16, ScalarKind.Integer => 32, _ => 64 }
        : 64;

    private static void Run(ref ScalarFunctionRow row, Func<long, int, int, long> compute)
    {
        var (value, shift, bits) = (row.Value<long>(0), row.Value<long>(1), (int)row.Value<long>(2));
        if (shift < 0)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, "Shift must be positive");
        }

        // The result keeps the type's width: bits that leave it are lost, the top one is the sign.
        var result = compute(value, (int)Math.Min(shift, 64), bits);
        row.Set(result << (64 - bits) >> (64 - bits));
    }

    private static void BitCount(ref ScalarFunctionRow row)
    {
        var (value, bits) = (row.Value<long>(0), row.Value<long>(1));
        if (bits is < 2 or > 64)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Bits specified in bit_count must be between 2 and 64, got {bits}");
        }

        if (value << (int)(64 - bits) >> (int)(64 - bits) != value)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Number must be representable with the bits specified. {value} cannot be represented with {bits} bits");
        }

        row.Set((long)BitOperations.PopCount((ulong)value & Mask((int)bits)));
    }
}
