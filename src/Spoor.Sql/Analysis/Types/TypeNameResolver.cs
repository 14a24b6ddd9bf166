using System.Diagnostics;
using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Types;

/// <summary>Turns a type as written into the type it means.</summary>
public static class TypeNameResolver
{
    /// <summary>The type that <paramref name="node"/> means in a query (Trino's spelling).</summary>
    /// <exception cref="QueryException">TypeNotFound: no such type; InvalidFunctionArgument, NumericValueOutOfRange: a precision or scale is out of range.</exception>
    public static SqlType Resolve(TypeName node) => Resolve(node, TypeDialect.Trino);

    /// <summary>The type that <paramref name="node"/> means in a query or in DDL.</summary>
    /// <exception cref="QueryException">TypeNotFound: no such type; InvalidFunctionArgument, NumericValueOutOfRange: a precision or scale is out of range.</exception>
    public static SqlType Resolve(TypeName node, TypeDialect dialect) => Resolve(node, dialect, depth: 0);

    private static SqlType Resolve(TypeName node, TypeDialect dialect, int depth)
    {
        if (depth > SqlTypeText.MaxDepth)
        {
            throw new QueryException(ErrorCode.StackOverflow, node.Span, "Type is nested too deeply", $"At most {SqlTypeText.MaxDepth} levels are supported.");
        }

        return node switch
        {
            NamedTypeName named => ResolveNamed(named, dialect, depth),
            RowTypeName row => new RowType(row.Fields.Select(field => ResolveField(field, dialect, depth + 1)).ToValueList()),
            DateTimeTypeName time => NamedTypes.DateTime(time.IsTimestamp, time.Precision, time.WithTimeZone, time.Span),
            IntervalTypeName { Start: IntervalField.Year, End: IntervalField.Month } => ScalarTypes.IntervalYearToMonth,
            IntervalTypeName { Start: IntervalField.Day, End: IntervalField.Second } => ScalarTypes.IntervalDayToSecond,
            IntervalTypeName interval => throw Unknown(interval),
            _ => throw new UnreachableException($"No type for {node.GetType().Name}."),
        };
    }

    private static SqlType ResolveNamed(NamedTypeName node, TypeDialect dialect, int depth)
    {
        var types = new List<SqlType>();
        var numbers = new List<long>();
        foreach (var argument in node.Arguments)
        {
            if (argument.Type is { } type)
            {
                types.Add(Resolve(type, dialect, depth + 1));
            }
            else
            {
                numbers.Add(argument.Number ?? throw new UnreachableException("A type argument is a type or a number."));
            }
        }

        return NamedTypes.TryCreate(node.Name, types.ToArray(), numbers.ToArray(), dialect, node.Span) ?? throw Unknown(node);
    }

    private static RowField ResolveField(RowFieldTypeName field, TypeDialect dialect, int depth)
    {
        var isKept = field.Name is { IsDelimited: true } && dialect == TypeDialect.Trino;
        var name = isKept ? field.Name?.Value : field.Name?.Value.ToLowerInvariant();
        return new RowField(name, Resolve(field.Type, dialect, depth));
    }

    private static QueryException Unknown(TypeName node)
    {
        var hint = node is NamedTypeName named ? TrinoSpelling(named.Name) : null;
        return new QueryException(ErrorCode.TypeNotFound, node.Span, $"Unknown type: {Print(node)}", hint);
    }

    private static string? TrinoSpelling(string name) => name.ToLowerInvariant() switch
    {
        "string" or "text" => "Use varchar in queries; string is its name in CREATE TABLE only.",
        "float" => "Use real (or double) in queries; float is its name in CREATE TABLE only.",
        "binary" => "Use varbinary in queries; binary is its name in CREATE TABLE only.",
        "datetime" => "Use timestamp.",
        _ => null,
    };

    private static string Print(TypeName node) => node switch
    {
        NamedTypeName { Arguments.Count: 0 } named => named.Name,
        NamedTypeName named => $"{named.Name}({string.Join(", ", named.Arguments.Select(Print))})",
        RowTypeName row => $"ROW({string.Join(", ", row.Fields.Select(field => field.Name is null ? Print(field.Type) : $"{field.Name.Value} {Print(field.Type)}"))})",
        DateTimeTypeName time => $"{(time.IsTimestamp ? "TIMESTAMP" : "TIME")}{(time.Precision is { } p ? $"({p})" : "")}{(time.WithTimeZone ? " WITH TIME ZONE" : "")}",
        IntervalTypeName interval => $"INTERVAL {interval.Start.ToString().ToUpperInvariant()} TO {interval.End.ToString().ToUpperInvariant()}",
        _ => throw new UnreachableException($"No printer for {node.GetType().Name}."),
    };

    private static string Print(TypeArgument argument) =>
        argument.Type is { } type ? Print(type) : argument.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
