using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Semantics.Time;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Array functions. An array used more than once in a template is bound to a lambda parameter, so that it is evaluated once.</summary>
/// <seealso href="https://trino.io/docs/current/functions/array.html"/>
internal static class ArrayFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("cardinality", call => call.Type(0) is MapType ? Duck($"CAST(cardinality({call[0]}) AS BIGINT)") : Call("len", call[0])),
        Expression("contains", call => call.Type(0) is ArrayType ? ArraySearch.PrintContains(call) : Call("spoor_cidr_contains", call.All), IpFunctions.Contains),
        Expression("element_at", PrintElementAt,
            new ScalarFunction("spoor_element_index", [BigInt, BigInt], BigInt, ElementIndex)),
        Expression("array_distinct", call => ArraySearch.PrintDistinct(call[0], ((ArrayType)call.Result).Element)),
        Expression("array_sort", PrintSort, new ScalarFunction("spoor_comparison", [BigInt], BigInt, Comparison, HandlesNull: true)),
        Expression("combinations", call => Once(call[0], call[1], (array, size) =>
            Duck($"list_transform(spoor_combinations(len({array}), {size}), lambda picked: CASE WHEN picked = '' THEN {array}[1:0] ELSE list_transform(string_split(picked, ','), lambda i: {array}[CAST(i AS BIGINT)]) END)")),
            new ScalarFunction("spoor_combinations", [BigInt, BigInt], VarcharList, Combinations)),
        Expression("array_max", call => ArraySearch.PrintExtreme(call, isMax: true)),
        Expression("array_min", call => ArraySearch.PrintExtreme(call, isMax: false)),
        Expression("array_join", ArrayTextPrinter.PrintJoin, ArrayTextPrinter.Native),
        Expression("array_position", ArraySearch.PrintPosition),
        Expression("array_remove", ArraySearch.PrintRemove),
        Expression("array_except", ArraySearch.PrintExcept),
        Expression("array_intersect", ArraySearch.PrintIntersect),
        Expression("array_union", call => ArraySearch.PrintDistinct(Infix(call[0], "||", call[1]), ((ArrayType)call.Result).Element)),
        Expression("arrays_overlap", ArraySearch.PrintOverlap),
        Expression("array_histogram", call => ArraySearch.IfKnown(Duck($"list_filter({call[0]}, lambda x: x IS NOT NULL)"), array => PrintHistogram(array, ((ArrayType)call.Type(0)).Element))),
        Expression("slice", PrintSlice),
        Expression("trim_array", call => Once(call[0], call[1], (array, count) => Duck($"{array}[1:spoor_trim_length(len({array}), {count})]")),
            new ScalarFunction("spoor_trim_length", [BigInt, BigInt], BigInt, TrimLength)),
        Expression("flatten", "flatten(list_filter({0}, lambda x: x IS NOT NULL))"),
        Expression("sequence", PrintSequence,
            new("spoor_sequence", [BigInt, BigInt, BigInt], List(BigInt), (ref row) => Sequence(ref row, row.Value<long>(2))),
            new("spoor_sequence_timestamp", [Timestamp, Timestamp, Interval], List(Timestamp), SequenceOfTimestamps)),
        Expression("repeat", call => Duck($"list_transform(range(spoor_repeat_count(CAST({call[1]} AS BIGINT))), {Lambda(_ => call[0])})"),
            new ScalarFunction("spoor_repeat_count", [BigInt], BigInt, RepeatCount)),
        Expression("transform", "list_transform({0}, {1})"),
        Expression("filter", "list_filter({0}, {1})"),
        Expression("any_match", call => Match(call, found => Duck($"CASE WHEN list_contains({found}, true) THEN true WHEN list_position({found}, NULL) IS NOT NULL THEN NULL ELSE false END"))),
        Expression("all_match", call => Match(call, found => Duck($"CASE WHEN list_contains({found}, false) THEN false WHEN list_position({found}, NULL) IS NOT NULL THEN NULL ELSE true END"))),
        Expression("none_match", call => Match(call, found => Duck($"CASE WHEN list_contains({found}, true) THEN false WHEN list_position({found}, NULL) IS NOT NULL THEN NULL ELSE true END"))),
        Expression("reduce", PrintReduce),
        Expression("zip", PrintZip),
        Expression("zip_with", PrintZipWith),
        Expression("ngrams", PrintNgrams),
        Expression("contains_sequence", call => Once(call[0], call[1], (array, part) =>
            Duck($"CASE WHEN {array} IS NULL OR {part} IS NULL THEN NULL ELSE len({part}) = 0 OR list_contains(list_transform(range(1, len({array}) - len({part}) + 2), lambda x: {array}[x:x + len({part}) - 1] = {part}), true) END"))),
    ];

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static DuckExpression PrintElementAt(DuckFunctionCall call) => call.Type(0) is MapType map
        ? PrintMapElementAt(call, map)
        : Once(call[0], call[1], (array, index) => Duck($"{array}[spoor_element_index({index}, len({array}))]"));

    private static DuckExpression PrintMapElementAt(DuckFunctionCall call, MapType type) => ValueKey.HasPlainIdentity(type.Key)
        ? MapLookup.Print(call[0], type, call[1])
        : Once(call[0], call[1], (map, key) => MapLookup.Print(map, type, key));

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

    private static DuckExpression PrintSort(DuckFunctionCall call) => call.Count == 1
        ? ArraySearch.PrintSort(call[0], ((ArrayType)call.Result).Element)
        : Shared(call[0], array => Duck($"CASE WHEN {array} IS NOT NULL THEN {PrintSortByComparator(array, call)} END"));

    // DuckDB's sort takes no comparator: each element is put behind those of the sorted part that do not come after it.
    private static DuckExpression PrintSortByComparator(DuckExpression array, DuckFunctionCall call)
    {
        var item = State(call.Type(0), ((ArrayType)call.Type(0)).Element);
        var (sorted, next) = (new DuckParameter(), new DuckParameter());
        var (done, element) = (new DuckField(sorted, "s"), new DuckField(next, "e"));
        var comesBefore = Lambda(other => Duck($"spoor_comparison({call.Lambda(1).Apply(other, element)}) <= 0"));
        var inserted = Once(Duck($"len(list_filter({done}, {comesBefore}))"), place => Duck($"{done}[1:{place}] || [{element}] || {done}[{place} + 1:len({done})]"));
        var step = new DuckLambda([sorted, next], Duck($"CAST({{s: {inserted}, e: NULL}} AS {item})"));
        return Duck($"struct_extract(list_reduce({Items(array, item)}, {step}, CAST({{s: [], e: NULL}} AS {item})), 's')");
    }

    /// <summary>What list_reduce carries: DuckDB wants the state to have the elements' type, so each is a STRUCT of both.</summary>
    private static DuckType State(SqlType state, SqlType element) => DuckType.Struct([new("s", TypePrinter.TypeOf(state)), new("e", TypePrinter.TypeOf(element))]);

    private static DuckExpression Items(DuckExpression array, DuckType item) => Duck($"list_transform({array}, lambda x: CAST({{s: NULL, e: x}} AS {item}))");

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

    private static DuckExpression PrintHistogram(DuckExpression array, SqlType element)
    {
        var counted = Lambda(x =>
        {
            var isSame = Lambda(other => Infix(ValueKey.Identity(other, element), "=", ValueKey.Identity(x, element)));
            return MapEntries.Entry(x, Duck($"CAST(len(list_filter({array}, {isSame})) AS BIGINT)"));
        });
        return Duck($"map_from_entries(list_transform({ArraySearch.PrintDistinct(array, element)}, {counted}))");
    }

    private static DuckExpression PrintSlice(DuckFunctionCall call) => Once(call.All, values =>
    {
        var (a, i, n) = (values[0], values[1], values[2]);
        var zero = FunctionError.Print(ErrorCode.InvalidFunctionArgument, "SQL array indices start at 1", call.Result);
        var negative = FunctionError.Print(ErrorCode.InvalidFunctionArgument, "length must be greater than or equal to 0", call.Result);
        var slice = Duck($"CASE WHEN {n} = 0 OR {i} < -len({a}) OR {i} > len({a}) THEN {a}[1:0] WHEN {i} < 0 THEN {a}[len({a}) + {i} + 1:least(len({a}), len({a}) + {i} + {n})] ELSE {a}[{i}:least(len({a}), {i} - 1 + {n})] END");
        return Duck($"CASE WHEN {a} IS NULL OR {i} IS NULL OR {n} IS NULL THEN NULL WHEN {i} = 0 THEN {zero} WHEN {n} < 0 THEN {negative} ELSE {slice} END");
    });

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

    private static DuckExpression PrintSequence(DuckFunctionCall call)
    {
        if (call.Type(0) is TimestampType)
        {
            return Call("spoor_sequence_timestamp", call.All);
        }

        var isDate = call.Type(0) is ScalarType { Kind: ScalarKind.Date };
        return call.Count == 3
            ? Sequence(call[0], call[1], call[2])
            : Shared(call[0], call[1], (start, stop) =>
                Sequence(start, stop, isDate ? Duck($"CASE WHEN {start} <= {stop} THEN to_days(1) ELSE to_days(-1) END") : Duck($"CASE WHEN {start} <= {stop} THEN 1 ELSE -1 END")));

        DuckExpression Sequence(DuckExpression start, DuckExpression stop, DuckExpression step) => isDate
            ? Duck($"CAST(spoor_sequence_timestamp(CAST({start} AS TIMESTAMP), CAST({stop} AS TIMESTAMP), {step}) AS DATE[])")
            : Call("spoor_sequence", start, stop, step);
    }

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

    private static DuckExpression Match(DuckFunctionCall call, Func<DuckExpression, DuckExpression> test) =>
        ArraySearch.IfKnown(Duck($"list_transform({call[0]}, {call[1]})"), test);

    private static DuckExpression PrintReduce(DuckFunctionCall call) => Shared(call[0], array =>
    {
        var function = (FunctionType)call.Type(2);
        var item = State(function.Parameters[0], function.Parameters[1]);
        var (state, next) = (new DuckParameter(), new DuckParameter());
        var step = new DuckLambda([state, next], Duck($"CAST({{s: {call.Lambda(2).Apply(new DuckField(state, "s"), new DuckField(next, "e"))}, e: NULL}} AS {item})"));
        var result = Once(
            Duck($"list_reduce({Items(array, item)}, {step}, CAST({{s: {call[1]}, e: NULL}} AS {item}))"),
            last => call.Lambda(3).Apply(new DuckField(last, "s")));
        return Duck($"CASE WHEN {array} IS NOT NULL THEN {result} END");
    });

    private static DuckExpression PrintZip(DuckFunctionCall call) => Once(call.All, lists =>
    {
        var rows = Lambda(i => Row(lists.Select(list => new DuckSubscript(list, i))));
        var areKnown = And(lists.Select(list => new DuckIsNull(list, IsNegated: true)));
        return Duck($"CASE WHEN {areKnown} THEN list_transform(range(1, greatest({lists.Select(list => Call("len", list))}) + 1), {rows}) END");
    });

    private static DuckExpression PrintZipWith(DuckFunctionCall call) => Once(call[0], call[1], (left, right) =>
    {
        var zipped = Lambda(i => call.Lambda(2).Apply(new DuckSubscript(left, i), new DuckSubscript(right, i)));
        return Duck($"CASE WHEN {left} IS NOT NULL AND {right} IS NOT NULL THEN list_transform(range(1, greatest(len({left}), len({right})) + 1), {zipped}) END");
    });

    private static DuckExpression PrintNgrams(DuckFunctionCall call) => Once(call[0], call[1], (array, n) =>
    {
        var error = FunctionError.Print(ErrorCode.InvalidFunctionArgument, "N must be positive", call.Result);
        return Duck($"CASE WHEN {array} IS NULL OR {n} IS NULL THEN NULL WHEN {n} <= 0 THEN {error} WHEN len({array}) <= {n} THEN [{array}] ELSE list_transform(range(1, len({array}) - {n} + 2), lambda x: {array}[x:x + {n} - 1]) END");
    });
}
