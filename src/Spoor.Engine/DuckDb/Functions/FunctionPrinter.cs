using Spoor.Engine.DuckDb.Native;
using Spoor.Sql;
using Spoor.Sql.Functions;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Prints function calls as DuckDB SQL.</summary>
internal static class FunctionPrinter
{
    private static readonly Dictionary<(string Name, FunctionKind Kind), FunctionExecution> s_executions =
        Families().ToDictionary(execution => (execution.Name, execution.Kind));

    /// <summary>Whether a function can run; without, <see cref="Print"/> throws NOT_SUPPORTED.</summary>
    internal static bool Has(string name, FunctionKind kind) => s_executions.ContainsKey((name, kind));

    /// <summary>Prints a scalar call.</summary>
    internal static string Print(ResolvedFunction function, IReadOnlyList<string> printedArguments) =>
        PrintScalar(Find(function), function, printedArguments.Select((text, index) => function.ArgumentTypes[index] is FunctionType ? LambdaParameter.RenameOwn(text) : text).ToList());

    /// <summary>Prints an aggregate (also one used over a window) or a window function, in pieces.</summary>
    internal static AggregateText PrintAggregate(ResolvedFunction function, IReadOnlyList<string> printedArguments, bool isDistinct) =>
        (AggregateText)Find(function).Print(new FunctionCallText(function, printedArguments, isDistinct));

    /// <summary>Every C# function that printed text may call; their names are unique.</summary>
    internal static IEnumerable<ScalarFunction> Native() => s_executions.Values.SelectMany(execution => execution.Native)
        .Concat(CastFunctions.Native).Concat(JsonCastFunctions.Native).Concat(IpFunctions.Native).Concat(OperatorFunctions.Native)
        .DistinctBy(function => function.Name);

    private static string PrintScalar(FunctionExecution execution, ResolvedFunction function, List<string> arguments) => function.ArgumentTypes.Any(type => type is CharType)
        ? PrintWithPadding(execution, function, arguments)
        : (string)execution.Print(new FunctionCallText(function, arguments));

    // Values of char(n) are held without their padding, which functions see.
    private static string PrintWithPadding(FunctionExecution execution, ResolvedFunction function, IReadOnlyList<string> printedArguments)
    {
        var isTrim = execution.Name is "trim" or "ltrim" or "rtrim";
        var padded = isTrim
            ? printedArguments
            : printedArguments.Select((text, index) => TextCastPrinter.Padded(text, function.ArgumentTypes[index])).ToList();
        var call = (string)execution.Print(new FunctionCallText(function, padded));
        return function.ReturnType is CharType || (isTrim && function.ArgumentTypes[0] is CharType) ? $"rtrim({call}, ' ')" : call;
    }

    private static IEnumerable<FunctionExecution> Families() =>
    [
        .. StringFunctions.All,
        FormatFunction.Execution,
        .. RegexpFunctions.All,
        .. JsonFunctions.All,
        .. DateTimeFunctions.All,
        .. ArrayFunctions.All,
        .. MapFunctions.All,
        .. MathFunctions.All,
        .. VectorFunctions.All,
        .. BitwiseFunctions.All,
        .. BinaryFunctions.All,
        .. UrlFunctions.All,
        .. ConversionFunctions.All,
        .. AggregateFunctions.All,
        .. WindowFunctions.All,
    ];

    private static FunctionExecution Find(ResolvedFunction function) =>
        s_executions.TryGetValue((function.Name, function.Kind), out var execution)
            ? execution
            : throw new QueryException(
                ErrorCode.NotSupported,
                span: null,
                $"Function '{function.Name}' is not yet available in Spoor",
                hint: "docs/how-to/add-a-function.md tells how to add one.");
}
