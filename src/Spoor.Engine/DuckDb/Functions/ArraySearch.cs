using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Functions that compare an array's elements with <c>=</c> (a NULL or NaN among them equals nothing) or look for the same element (where they equal themselves).</summary>
internal static class ArraySearch
{
    private const string Array = "spoor_a";
    private const string Element = "spoor_y";
    private const string Index = "spoor_i";
    private const string Equal = "spoor_e";
    private const string Pair = "spoor_s";

    /// <summary>Prints <c>contains(array, value)</c>: NULL where it is not found but a NULL is.</summary>
    internal static string PrintContains(FunctionCallText call) => Search(call, "contains", (equals, array) =>
        $"CASE WHEN list_contains({equals}, true) THEN true WHEN list_position({array}, NULL) IS NOT NULL THEN NULL ELSE false END");

    /// <summary>Prints <c>array_position(array, value)</c>: 0 where it is not found.</summary>
    internal static string PrintPosition(FunctionCallText call) => Search(call, "array_position", (equals, _) =>
        $"CAST(coalesce(list_position({equals}, true), 0) AS BIGINT)");

    /// <summary>Prints <c>array_remove(array, value)</c>.</summary>
    internal static string PrintRemove(FunctionCallText call) => Search(call, "array_remove", (equals, array) =>
        $"list_filter({array}, lambda {Element}, {Index}: {equals}[{Index}] IS DISTINCT FROM true)");

    /// <summary>Each element once, where it stands first.</summary>
    internal static string PrintDistinct(string array, SqlType elementType) =>
        ArrayFunctions.With(array, First(Array, elementType, condition: null));

    /// <summary>Prints <c>array_except</c>.</summary>
    internal static string PrintExcept(FunctionCallText call) =>
        OfBoth(call, (left, right, type) => First(left, type, $"list_position({Same(right, type)}, {ValueKey.Identity(Element, type)}) IS NULL"));

    /// <summary>Prints <c>array_intersect</c>: in the order of the longer array.</summary>
    internal static string PrintIntersect(FunctionCallText call) => OfBoth(call, (left, right, type) =>
        $"CASE WHEN len({left}) < len({right}) THEN {First(right, type, Holds(left, type))} ELSE {First(left, type, Holds(right, type))} END");

    /// <summary>Prints <c>arrays_overlap</c>: NULL where no element is shared but one is NULL.</summary>
    internal static string PrintOverlap(FunctionCallText call) => OfBoth(call, (left, right, type) =>
        $"CASE WHEN list_has_any({Same(left, type)}, {Same(right, type)}) THEN true WHEN len({left}) > 0 AND len({right}) > 0 AND (list_position({left}, NULL) IS NOT NULL OR list_position({right}, NULL) IS NOT NULL) THEN NULL ELSE false END");

    /// <summary>Prints the greatest or least element; NULL where one is.</summary>
    internal static string PrintExtreme(FunctionCallText call, bool isMax) =>
        ArrayFunctions.With(call[0], $"CASE WHEN list_position({Array}, NULL) IS NULL THEN {Extreme(Array, call.Result, isMax)} END");

    /// <summary>The greatest or least of a list without NULLs. NaN is the answer only where there is nothing else.</summary>
    internal static string Extreme(string list, SqlType type, bool isMax)
    {
        var name = isMax ? "list_max" : "list_min";
        return ValueKey.HasPlainOrder(type, unorderedFirst: isMax)
            ? $"{name}({list})"
            : $"{name}(list_transform({list}, lambda {Element}: {{'k': {ValueKey.Order(Element, type, unorderedFirst: isMax)}, 'v': {Element}}})).v";
    }

    /// <summary>Prints <c>array_sort(array)</c>: NaN behind the numbers, NULL behind all.</summary>
    internal static string PrintSort(string array, SqlType elementType)
    {
        if (ValueKey.HasPlainOrder(elementType, unorderedFirst: false))
        {
            return $"list_sort({array}, 'ASC', 'NULLS LAST')";
        }

        var keyed = $"list_transform({array}, lambda {Element}, {Index}: {{'k': {ValueKey.Order(Element, elementType, unorderedFirst: false)}, 'i': {Index}, 'v': {Element}}})";
        return $"list_transform(list_sort({keyed}, 'ASC', 'NULLS LAST'), lambda {Element}: {Element}.v)";
    }

    private static string Same(string list, SqlType elementType) => ValueKey.Identity(list, new ArrayType(elementType));

    private static string Holds(string list, SqlType type) => $"list_position({Same(list, type)}, {ValueKey.Identity(Element, type)}) IS NOT NULL";

    private static string First(string list, SqlType type, string? condition) =>
        $"list_filter({list}, lambda {Element}, {Index}: list_position({Same(list, type)}, {ValueKey.Identity(Element, type)}) = {Index}{(condition is null ? "" : $" AND {condition}")})";

    private static string OfBoth(FunctionCallText call, Func<string, string, SqlType, string> print)
    {
        const string Left = $"{Pair}.a", Right = $"{Pair}.b";
        var body = print(Left, Right, ((ArrayType)call.Type(0)).Element);
        return CastPrinter.Once($"{{'a': {call[0]}, 'b': {call[1]}}}", Pair, $"CASE WHEN {Left} IS NOT NULL AND {Right} IS NOT NULL THEN {body} END");
    }

    // Compares each element with the value, once. An element that holds a NULL and differs in nothing else can be neither found nor passed over.
    private static string Search(FunctionCallText call, string name, Func<string, string, string> print)
    {
        const string List = $"{Pair}.a", Value = $"{Pair}.b";
        var type = ((ArrayType)call.Type(0)).Element;
        var equals = $"list_transform({List}, lambda {Element}: {ComparisonPrinter.Print(ComparisonOperator.Equal, Element, Value, type)})";
        var body = print(Equal, List);
        if (type is ArrayType or MapType or RowType)
        {
            var unknown = $"list_position(list_transform({List}, lambda {Element}, {Index}: {Element} IS NOT NULL AND {Equal}[{Index}] IS NULL), true)";
            var stop = name == "array_remove" ? "NULL" : $"list_position({Equal}, true)";
            var error = FunctionError.Print(ErrorCode.NotSupported, $"{name} does not support arrays with elements that are null or contain null", call.Result);
            body = $"CASE WHEN {unknown} <= coalesce({stop}, len({List})) THEN {error} ELSE {body} END";
        }

        return CastPrinter.Once($"{{'a': {call[0]}, 'b': {call[1]}}}", Pair, $"CASE WHEN {List} IS NOT NULL AND {Value} IS NOT NULL THEN {CastPrinter.Once(equals, Equal, body)} END");
    }
}
