using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Functions of arrays as vectors.</summary>
/// <seealso href="https://trino.io/docs/current/functions/math.html"/>
internal static class VectorFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Vectors("dot_product", (left, right) => left.Zip(right, (x, y) => x * y).Sum()),
        Vectors("euclidean_distance", (left, right) => Math.Sqrt(left.Zip(right, (x, y) => (x - y) * (x - y)).Sum())),
        Vectors("cosine_distance", (left, right) => 1 - Cosine(left, right)),
        Vectors("cosine_similarity", Cosine),
    ];

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static FunctionExecution Vectors(string name, Func<List<double>, List<double>, double> compute) => Expression(
        name,
        call => call.Type(0) is ArrayType ? Call($"spoor_{name}", call.All) : throw new QueryException(ErrorCode.NotSupported, span: null, $"Function '{name}' of maps is not yet available in Spoor"),
        new ScalarFunction($"spoor_{name}", [List(ScalarFunctionType.Double), List(ScalarFunctionType.Double)], ScalarFunctionType.Double, (ref row) => Run(ref row, compute)));

    private static double Cosine(List<double> left, List<double> right) =>
        left.Zip(right, (x, y) => x * y).Sum() / (Norm(left) * Norm(right)) is var similarity && (Norm(left) == 0 || Norm(right) == 0) ? throw Invalid("Vector magnitude cannot be zero") : similarity;

    private static double Norm(List<double> vector) => Math.Sqrt(vector.Sum(x => x * x));

    private static void Run(ref ScalarFunctionRow row, Func<List<double>, List<double>, double> compute)
    {
        if (Read(ref row, 0) is not { } left || Read(ref row, 1) is not { } right)
        {
            return;
        }

        row.Set(left.Count == right.Count ? compute(left, right) : throw Invalid("The arguments must have the same length"));
    }

    // A NULL element makes the result NULL.
    private static List<double>? Read(ref ScalarFunctionRow row, int argument)
    {
        var vector = row.Vector(argument);
        var (offset, count) = vector.List(row.Row);
        var elements = vector.Elements();
        var values = new List<double>(count);
        for (var i = offset; i < offset + count; i++)
        {
            if (elements.IsNull(i))
            {
                return null;
            }

            values.Add(elements.Value<double>(i));
        }

        return values;
    }
}
