using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Syntax.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Functions that compare an array's elements with <c>=</c> (a NULL or NaN among them equals nothing) or look for the same element (where they equal themselves).</summary>
internal static class ArraySearch
{
    /// <summary>Prints <c>contains(array, value)</c>: NULL where it is not found but a NULL is.</summary>
    internal static DuckExpression PrintContains(DuckFunctionCall call) => Search(call, "contains", (equals, array) =>
        Duck($"CASE WHEN list_contains({equals}, true) THEN true WHEN list_position({array}, NULL) IS NOT NULL THEN NULL ELSE false END"));

    /// <summary>Prints <c>array_position(array, value)</c>: 0 where it is not found.</summary>
    internal static DuckExpression PrintPosition(DuckFunctionCall call) => Search(call, "array_position", (equals, _) =>
        Duck($"CAST(coalesce(list_position({equals}, true), 0) AS BIGINT)"));

    /// <summary>Prints <c>array_remove(array, value)</c>.</summary>
    internal static DuckExpression PrintRemove(DuckFunctionCall call) => Search(call, "array_remove", (equals, array) =>
        Duck($"list_filter({array}, lambda element, i: {equals}[i] IS DISTINCT FROM true)"));

    /// <summary>Each element once, where it stands first.</summary>
    internal static DuckExpression PrintDistinct(DuckExpression array, SqlType elementType) =>
        IfKnown(array, known => First(known, elementType, condition: null));

    /// <summary>Prints <c>array_except</c>.</summary>
    internal static DuckExpression PrintExcept(DuckFunctionCall call) => OfBoth(call, (left, right, type) => First(left, type, element => new DuckIsNull(Place(right, type, element), IsNegated: false)));

    /// <summary>Prints <c>array_intersect</c>: in the order of the longer array.</summary>
    internal static DuckExpression PrintIntersect(DuckFunctionCall call) => OfBoth(call, (left, right, type) =>
        Duck($"CASE WHEN len({left}) < len({right}) THEN {First(right, type, element => Holds(left, type, element))} ELSE {First(left, type, element => Holds(right, type, element))} END"));

    /// <summary>Prints <c>arrays_overlap</c>: NULL where no element is shared but one is NULL.</summary>
    internal static DuckExpression PrintOverlap(DuckFunctionCall call) => OfBoth(call, (left, right, type) =>
        Duck($"CASE WHEN list_has_any({Same(left, type)}, {Same(right, type)}) THEN true WHEN len({left}) > 0 AND len({right}) > 0 AND (list_position({left}, NULL) IS NOT NULL OR list_position({right}, NULL) IS NOT NULL) THEN NULL ELSE false END"));

    /// <summary>Prints the greatest or least element; NULL where one is.</summary>
    internal static DuckExpression PrintExtreme(DuckFunctionCall call, bool isMax) =>
        IfKnown(call[0], array => Duck($"CASE WHEN list_position({array}, NULL) IS NULL THEN {Extreme(array, call.Result, isMax)} END"));

    /// <summary>The greatest or least of a list without NULLs. NaN is the answer only where there is nothing else.</summary>
    internal static DuckExpression Extreme(DuckExpression list, SqlType type, bool isMax)
    {
        var name = isMax ? "list_max" : "list_min";
        return ValueKey.HasPlainOrder(type, unorderedFirst: isMax)
            ? Call(name, list)
            : new DuckField(Call(name, Duck($"list_transform({list}, {Lambda(element => Duck($"{{k: {ValueKey.Order(element, type, unorderedFirst: isMax)}, v: {element}}}"))})")), "v");
    }

    /// <summary>Prints <c>array_sort(array)</c>: NaN behind the numbers, NULL behind all.</summary>
    internal static DuckExpression PrintSort(DuckExpression array, SqlType elementType)
    {
        if (ValueKey.HasPlainOrder(elementType, unorderedFirst: false))
        {
            return Duck($"list_sort({array}, 'ASC', 'NULLS LAST')");
        }

        var (element, index) = (new DuckParameter(), new DuckParameter());
        var keyed = new DuckLambda([element, index], Duck($"{{k: {ValueKey.Order(element, elementType, unorderedFirst: false)}, i: {index}, v: {element}}}"));
        return Duck($"list_transform(list_sort(list_transform({array}, {keyed}), 'ASC', 'NULLS LAST'), lambda item: item.v)");
    }

    private static DuckExpression Same(DuckExpression list, SqlType elementType) => ValueKey.Identity(list, new ArrayType(elementType));

    private static DuckExpression Place(DuckExpression list, SqlType type, DuckExpression element) => Call("list_position", Same(list, type), ValueKey.Identity(element, type));

    private static DuckIsNull Holds(DuckExpression list, SqlType type, DuckExpression element) => new DuckIsNull(Place(list, type, element), IsNegated: true);

    private static DuckExpression First(DuckExpression list, SqlType type, Func<DuckExpression, DuckExpression>? condition)
    {
        var (element, index) = (new DuckParameter(), new DuckParameter());
        var isFirst = Infix(Place(list, type, element), "=", index);
        return Duck($"list_filter({list}, {new DuckLambda([element, index], condition is null ? isFirst : And([isFirst, condition(element)]))})");
    }

    private static DuckExpression OfBoth(DuckFunctionCall call, Func<DuckExpression, DuckExpression, SqlType, DuckExpression> print)
    {
        var type = ((ArrayType)call.Type(0)).Element;
        return Once(call[0], call[1], (left, right) => Duck($"CASE WHEN {left} IS NOT NULL AND {right} IS NOT NULL THEN {print(left, right, type)} END"));
    }

    // Compares each element with the value, once. An element that holds a NULL and differs in nothing else can be neither found nor passed over.
    private static DuckExpression Search(DuckFunctionCall call, string name, Func<DuckExpression, DuckExpression, DuckExpression> print)
    {
        var type = ((ArrayType)call.Type(0)).Element;
        return Once(call[0], call[1], (list, value) =>
        {
            var equals = Duck($"list_transform({list}, {Lambda(element => ComparisonPrinter.Print(ComparisonOperator.Equal, element, value, type))})");
            var body = Once(equals, equal => type is ArrayType or MapType or RowType ? Checked(equal, list, print(equal, list)) : print(equal, list));
            return Duck($"CASE WHEN {list} IS NOT NULL AND {value} IS NOT NULL THEN {body} END");
        });

        DuckExpression Checked(DuckExpression equal, DuckExpression list, DuckExpression body)
        {
            var unknown = Duck($"list_position(list_transform({list}, lambda element, i: element IS NOT NULL AND {equal}[i] IS NULL), true)");
            var stop = name == "array_remove" ? DuckKeyword.Null : Duck($"list_position({equal}, true)");
            var error = FunctionError.Print(ErrorCode.NotSupported, $"{name} does not support arrays with elements that are null or contain null", call.Result);
            return Duck($"CASE WHEN {unknown} <= coalesce({stop}, len({list})) THEN {error} ELSE {body} END");
        }
    }

    /// <summary>A body over an array, which is evaluated once; NULL when the array is.</summary>
    internal static DuckExpression IfKnown(DuckExpression array, Func<DuckExpression, DuckExpression> body) =>
        Once(array, known => Duck($"CASE WHEN {known} IS NOT NULL THEN {body(known)} END"));
}
