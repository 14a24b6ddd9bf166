using Spoor.Engine.DuckDb.Native;
using Spoor.Sql;
using Spoor.Sql.Types;
using static Spoor.Engine.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Array functions. An array used more than once in a template is bound to a lambda parameter, so that it is evaluated once.</summary>
/// <seealso href="https://trino.io/docs/current/functions/array.html"/>
internal static class ArrayFunctions
{
    private const string A = "spoor_a";
    private const string B = "spoor_b";
    private const string X = "spoor_y";
    private const string I = "spoor_i";

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("cardinality", call => call.Type(0) is MapType ? $"CAST(cardinality({call[0]}) AS BIGINT)" : $"len({call[0]})"),
        Expression("contains", call => call.Type(0) is ArrayType ? ArraySearch.PrintContains(call) : $"spoor_cidr_contains({call.All})", IpFunctions.Contains),
        Expression("element_at", PrintElementAt,
            new ScalarFunction("spoor_element_index", [BigInt, BigInt], BigInt, ElementIndex)),
        Expression("array_distinct", call => ArraySearch.PrintDistinct(call[0], ((ArrayType)call.Result).Element)),
        Expression("array_sort", PrintSort, new ScalarFunction("spoor_comparison", [BigInt], BigInt, Comparison, HandlesNull: true)),
        Expression("combinations", call => With(call[0], call[1], $"list_transform(spoor_combinations(len({A}), {B}), lambda {X}: CASE WHEN {X} = '' THEN {A}[1:0] ELSE list_transform(string_split({X}, ','), lambda {I}: {A}[CAST({I} AS BIGINT)]) END)"),
            new ScalarFunction("spoor_combinations", [BigInt, BigInt], VarcharList, Combinations)),
        Expression("array_max", call => ArraySearch.PrintExtreme(call, isMax: true)),
        Expression("array_min", call => ArraySearch.PrintExtreme(call, isMax: false)),
        Expression("array_join", ArrayTextPrinter.PrintJoin, ArrayTextPrinter.Native),
        Expression("array_position", ArraySearch.PrintPosition),
        Expression("array_remove", ArraySearch.PrintRemove),
        Expression("array_except", ArraySearch.PrintExcept),
        Expression("array_intersect", ArraySearch.PrintIntersect),
        Expression("array_union", call => ArraySearch.PrintDistinct($"({call[0]} || {call[1]})", ((ArrayType)call.Result).Element)),
        Expression("arrays_overlap", ArraySearch.PrintOverlap),
        Expression("array_histogram", call => With($"list_filter({call[0]}, lambda {X}: {X} IS NOT NULL)", PrintHistogram(((ArrayType)call.Type(0)).Element))),
        Expression("slice", PrintSlice),
        Expression("trim_array", call => With(call[0], call[1], $"{A}[1:spoor_trim_length(len({A}), {B})]"),
            new ScalarFunction("spoor_trim_length", [BigInt, BigInt], BigInt, TrimLength)),
        Expression("flatten", call => $"flatten(list_filter({call[0]}, lambda {X}: {X} IS NOT NULL))"),
        Expression("sequence", PrintSequence,
            new("spoor_sequence", [BigInt, BigInt, BigInt], List(BigInt), (ref row) => Sequence(ref row, row.Value<long>(2))),
            new("spoor_sequence_timestamp", [Timestamp, Timestamp, Interval], List(Timestamp), SequenceOfTimestamps)),
        Expression("repeat", call => $"list_transform(range(spoor_repeat_count(CAST({call[1]} AS BIGINT))), lambda {X}: {call[0]})",
            new ScalarFunction("spoor_repeat_count", [BigInt], BigInt, RepeatCount)),
        Expression("transform", "list_transform({0}, {1})"),
        Expression("filter", "list_filter({0}, {1})"),
        Expression("any_match", call => Match(call, "CASE WHEN list_contains({0}, true) THEN true WHEN list_position({0}, NULL) IS NOT NULL THEN NULL ELSE false END")),
        Expression("all_match", call => Match(call, "CASE WHEN list_contains({0}, false) THEN false WHEN list_position({0}, NULL) IS NOT NULL THEN NULL ELSE true END")),
        Expression("none_match", call => Match(call, "CASE WHEN list_contains({0}, true) THEN false WHEN list_position({0}, NULL) IS NOT NULL THEN NULL ELSE true END")),
        Expression("reduce", PrintReduce),
        Expression("zip", PrintZip),
        Expression("zip_with", PrintZipWith),
        Expression("ngrams", PrintNgrams),
        Expression("contains_sequence", call => With(call[0], call[1],
            $"CASE WHEN {A} IS NULL OR {B} IS NULL THEN NULL ELSE len({B}) = 0 OR list_contains(list_transform(range(1, len({A}) - len({B}) + 2), lambda {X}: {A}[{X}:{X} + len({B}) - 1] = {B}), true) END")),
    ];

    /// <summary>Prints a body over an array bound to <c>spoor_a</c>; NULL when the array is.</summary>
    internal static string With(string array, string body) =>
        CastPrinter.Once(array, A, $"CASE WHEN {A} IS NOT NULL THEN {body} END");

    private static string With(string first, string second, string body) =>
        CastPrinter.Once($"{{'a': {first}, 'b': {second}}}", "spoor_s", body.Replace(A, "spoor_s.a", StringComparison.Ordinal).Replace(B, "spoor_s.b", StringComparison.Ordinal));

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static string PrintElementAt(FunctionCallText call) => call.Type(0) is MapType
        ? PrintMapElementAt(call)
        : With(call[0], call[1], $"{A}[spoor_element_index({B}, len({A}))]");

    private static string PrintMapElementAt(FunctionCallText call)
    {
        var map = (MapType)call.Type(0);
        return ValueKey.HasPlainIdentity(map.Key)
            ? MapLookup.Print(call[0], map, call[1])
            : CastPrinter.Once($"{{'m': {call[0]}, 'k': {call[1]}}}", "spoor_s", MapLookup.Print("spoor_s.m", map, "spoor_s.k"));
    }

    private static void ElementIndex(ref ScalarFunctionRow row)
    {
        var (index, length) = (row.Value<long>(0), row.Value<long>(1));
        if (index == 0)
        {
            throw Invalid("SQL array indices start at 1");
        }

        if (Math.Abs(index) <= length)
        {
            row.Set(index);
        }
    }

    private static string PrintSort(FunctionCallText call) => call.Count == 1
        ? ArraySearch.PrintSort(call[0], ((ArrayType)call.Result).Element)
        : PrintSortByComparator(call);

    // DuckDB's sort takes no comparator: each element is put behind those of the sorted part that do not come after it.
    private static string PrintSortByComparator(FunctionCallText call)
    {
        var (parameters, body) = SplitLambda(call[1]);
        var (list, element) = (TypePrinter.Print(call.Type(0)), TypePrinter.Print(((ArrayType)call.Type(0)).Element));
        var item = $"STRUCT(s {list}, e {element})";
        var comparison = $"spoor_comparison({Bind(body, (parameters[0], "spoor_c"), (parameters[1], "spoor_q.e"))})";
        var place = $"len(list_filter(spoor_p.s, lambda spoor_c: {comparison} <= 0))";
        var inserted = CastPrinter.Once(place, "spoor_n", "spoor_p.s[1:spoor_n] || [spoor_q.e] || spoor_p.s[spoor_n + 1:]");
        var elements = $"list_transform({call[0]}, lambda {X}: CAST({{'s': NULL, 'e': {X}}} AS {item}))";
        return $"CASE WHEN ({call[0]}) IS NOT NULL THEN struct_extract(list_reduce({elements}, lambda spoor_p, spoor_q: CAST({{'s': {inserted}, 'e': NULL}} AS {item}), "
            + $"CAST({{'s': [], 'e': NULL}} AS {item})), 's') END";
    }

    private static void Comparison(ref ScalarFunctionRow row)
    {
        if (row.IsNull(0) || row.Value<long>(0) is < -1 or > 1)
        {
            throw Invalid("Lambda comparator must return either -1, 0, or 1");
        }

        row.Set(row.Value<long>(0));
    }

    private static void Combinations(ref ScalarFunctionRow row)
    {
        var (length, size) = ((int)row.Value<long>(0), row.Value<long>(1));
        if (size is < 0 or > 5)
        {
            throw Invalid(size < 0 ? $"combination size must not be negative: {size}" : $"combination size must not exceed 5: {size}");
        }

        var found = new List<string?>();
        var picked = new int[size];
        Pick((int)size - 1, length + 1);
        row.SetTexts(found);

        // The last element varies slowest, as in Trino.
        void Pick(int place, int below)
        {
            if (place < 0)
            {
                found.Add(string.Join(',', picked));
                return;
            }

            if (found.Count > 100_000)
            {
                throw Invalid("combinations exceed max size");
            }

            for (picked[place] = place + 1; picked[place] < below; picked[place]++)
            {
                Pick(place - 1, picked[place]);
            }
        }
    }

    private static string PrintHistogram(SqlType element)
    {
        var same = $"list_filter({A}, lambda spoor_z: {ValueKey.Identity("spoor_z", element)} = {ValueKey.Identity(X, element)})";
        return $"map_from_entries(list_transform({ArraySearch.PrintDistinct(A, element)}, lambda {X}: {{'key': {X}, 'value': CAST(len({same}) AS BIGINT)}}))";
    }

    private static string PrintSlice(FunctionCallText call) => CastPrinter.Once(
        $"{{'a': {call[0]}, 'i': {call[1]}, 'n': {call[2]}}}",
        "spoor_s",
        "CASE WHEN spoor_s.a IS NULL OR spoor_s.i IS NULL OR spoor_s.n IS NULL THEN NULL "
            + $"WHEN spoor_s.i = 0 THEN {FunctionError.Print(ErrorCode.InvalidFunctionArgument, "SQL array indices start at 1", call.Result)} "
            + $"WHEN spoor_s.n < 0 THEN {FunctionError.Print(ErrorCode.InvalidFunctionArgument, "length must be greater than or equal to 0", call.Result)} "
            + "WHEN spoor_s.n = 0 OR spoor_s.i < -len(spoor_s.a) OR spoor_s.i > len(spoor_s.a) THEN spoor_s.a[1:0] "
            + "WHEN spoor_s.i < 0 THEN spoor_s.a[len(spoor_s.a) + spoor_s.i + 1:least(len(spoor_s.a), len(spoor_s.a) + spoor_s.i + spoor_s.n)] "
            + "ELSE spoor_s.a[spoor_s.i:least(len(spoor_s.a), spoor_s.i - 1 + spoor_s.n)] END");

    private static void TrimLength(ref ScalarFunctionRow row)
    {
        var (length, count) = (row.Value<long>(0), row.Value<long>(1));
        row.Set(count switch
        {
            < 0 => throw Invalid($"size must not be negative: {count}"),
            _ when count > length => throw Invalid($"size must not exceed array cardinality {length}: {count}"),
            _ => length - count,
        });
    }

    private static string PrintSequence(FunctionCallText call) => call.Type(0) switch
    {
        ScalarType { Kind: ScalarKind.BigInt } => call.Count == 3
            ? $"spoor_sequence({call.All})"
            : $"spoor_sequence({call[0]}, {call[1]}, CASE WHEN {call[0]} <= {call[1]} THEN 1 ELSE -1 END)",
        ScalarType => $"CAST(spoor_sequence_timestamp(CAST({call[0]} AS TIMESTAMP), CAST({call[1]} AS TIMESTAMP), {(call.Count == 3 ? call[2] : $"CASE WHEN {call[0]} <= {call[1]} THEN to_days(1) ELSE to_days(-1) END")}) AS DATE[])",
        _ => $"spoor_sequence_timestamp({call.All})",
    };

    private static void CheckSequence(long step, long start, long stop)
    {
        if (step == 0)
        {
            throw Invalid("step must not be zero");
        }

        if (step > 0 ? stop < start : stop > start)
        {
            throw Invalid("sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start");
        }
    }

    private static void Sequence(ref ScalarFunctionRow row, long step)
    {
        var (start, stop) = (row.Value<long>(0), row.Value<long>(1));
        CheckSequence(step, start, stop);
        var count = (Int128.Abs((Int128)stop - start) / Int128.Abs(step)) + 1;
        CheckCount(count);
        row.SetList(Enumerable.Range(0, (int)count).Select(index => start + (index * step)).ToList());
    }

    private static void RepeatCount(ref ScalarFunctionRow row)
    {
        var count = row.Value<long>(0);
        row.Set(count switch
        {
            > 10_000 => throw Invalid("count argument of repeat function must be less than or equal to 10000"),
            < 0 => throw Invalid("count argument of repeat function must be greater than or equal to 0"),
            _ => count,
        });
    }

    private static void CheckCount(Int128 count)
    {
        if (count > 10_000)
        {
            throw Invalid("result of sequence function must not have more than 10000 entries");
        }
    }

    private static void SequenceOfTimestamps(ref ScalarFunctionRow row)
    {
        var (start, stop, step) = (row.Value<long>(0), row.Value<long>(1), row.Value<IntervalValue>(2));
        CheckSequence(step.Months != 0 ? step.Months : step.TotalMicroseconds, start, stop);
        var isUp = start <= stop;
        var values = new List<long>();
        var first = CivilTime.FromMicroseconds(start);
        for (var next = start; isUp ? next <= stop : next >= stop;)
        {
            values.Add(next);
            CheckCount(values.Count);
            next = step.Months != 0 ? first.AddMonths((long)step.Months * values.Count).EpochMicroseconds : next + step.TotalMicroseconds;
        }

        row.SetList(values);
    }

    private static string Match(FunctionCallText call, string test) =>
        With($"list_transform({call[0]}, {call[1]})", test.Replace("{0}", A, StringComparison.Ordinal));

    // DuckDB's list_reduce wants the state to have the elements' type; a list of one struct per state has no such limit.
    private static string PrintReduce(FunctionCallText call)
    {
        var function = (FunctionType)call.Type(2);
        var (state, element) = (TypePrinter.Print(function.Parameters[0]), TypePrinter.Print(function.Parameters[1]));
        var (parameters, body) = SplitLambda(call[2]);
        var (outParameters, outBody) = SplitLambda(call[3]);
        var item = $"STRUCT(s {state}, e {element})";
        var elements = $"list_transform({call[0]}, lambda {X}: CAST({{'s': NULL, 'e': {X}}} AS {item}))";
        var step = Bind(body, (parameters[0], "spoor_p.s"), (parameters[1], "spoor_q.e"));
        var final = Bind(outBody, (outParameters[0], "spoor_r.s"));
        return $"CASE WHEN ({call[0]}) IS NOT NULL THEN "
            + CastPrinter.Once(
                $"list_reduce({elements}, lambda spoor_p, spoor_q: CAST({{'s': {step}, 'e': NULL}} AS {item}), CAST({{'s': {call[1]}, 'e': NULL}} AS {item}))",
                "spoor_r",
                final)
            + " END";
    }

    /// <summary>Parameters and body of a printed lambda.</summary>
    internal static (string[] Parameters, string Body) SplitLambda(string lambda)
    {
        var start = lambda.IndexOf("lambda ", StringComparison.Ordinal) + "lambda ".Length;
        var colon = lambda.IndexOf(':', start);
        return (lambda[start..colon].Split(',', StringSplitOptions.TrimEntries), lambda[(colon + 1)..].Trim());
    }

    /// <summary>A lambda's body in which its parameters stand for expressions.</summary>
    internal static string Bind(string body, params (string Parameter, string Value)[] bindings)
    {
        foreach (var (parameter, value) in bindings)
        {
            body = LambdaParameter.Replace(body, parameter, value);
        }

        return body;
    }

    private static string PrintZip(FunctionCallText call)
    {
        var fields = call.Arguments.Select((_, index) => $"spoor_s.l{index}[{I}]");
        var lists = call.Arguments.Select((text, index) => $"'l{index}': {text}");
        var lengths = string.Join(", ", call.Arguments.Select((_, index) => $"len(spoor_s.l{index})"));
        var isKnown = string.Join(" AND ", call.Arguments.Select((_, index) => $"spoor_s.l{index} IS NOT NULL"));
        return CastPrinter.Once(
            $"{{{string.Join(", ", lists)}}}",
            "spoor_s",
            $"CASE WHEN {isKnown} THEN list_transform(range(1, greatest({lengths}) + 1), lambda {I}: {CastPrinter.Struct(fields)}) END");
    }

    private static string PrintZipWith(FunctionCallText call)
    {
        var (parameters, body) = SplitLambda(call[2]);
        return CastPrinter.Once(
            $"{{'a': {call[0]}, 'b': {call[1]}}}",
            "spoor_s",
            $"CASE WHEN spoor_s.a IS NOT NULL AND spoor_s.b IS NOT NULL THEN list_transform(range(1, greatest(len(spoor_s.a), len(spoor_s.b)) + 1), lambda {I}: "
                + $"{Bind(body, (parameters[0], $"spoor_s.a[{I}]"), (parameters[1], $"spoor_s.b[{I}]"))}) END");
    }

    private static string PrintNgrams(FunctionCallText call) => With(
        call[0],
        call[1],
        $"CASE WHEN {A} IS NULL OR {B} IS NULL THEN NULL WHEN {B} <= 0 THEN {FunctionError.Print(ErrorCode.InvalidFunctionArgument, "N must be positive", call.Result)} "
            + $"WHEN len({A}) <= {B} THEN [{A}] ELSE list_transform(range(1, len({A}) - {B} + 2), lambda {X}: {A}[{X}:{X} + {B} - 1]) END");
}
