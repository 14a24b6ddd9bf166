using System.Globalization;
using System.Text.Json;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Types;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Literals;

/// <summary>Literals of a type before a text: <c>DATE '2024-01-31'</c>.</summary>
internal static class TypedLiterals
{
    public static BoundLiteral Analyze(TypedLiteral node)
    {
        if (node.Type is DateTimeTypeName { Precision: null, WithTimeZone: false } time)
        {
            return time.IsTimestamp ? TimestampLiterals.Analyze(node) : TimeLiterals.Analyze(node);
        }

        var name = (node.Type as NamedTypeName)?.Name.ToLowerInvariant();
        return name switch
        {
            "timestamp" => TimestampLiterals.Analyze(node),
            "time" => TimeLiterals.Analyze(node),
            "char" when ((NamedTypeName)node.Type).Arguments.Count == 0 => new BoundLiteral(node.Value.TrimEnd(' '), new CharType(Literal.LengthInCodePoints(node.Value)), node.Span),
            "decimal" when ((NamedTypeName)node.Type).Arguments.Count == 0 => AnalyzeDecimal(node),
            _ => AnalyzeOfType(node, ResolveType(node)),
        };
    }

    /// <summary>Trino's error for a text that is no value of the type.</summary>
    public static QueryException Invalid(TypedLiteral node, string type, string? hint = null) =>
        new(ErrorCode.InvalidLiteral, node.Span, $"'{node.Value}' is not a valid {type} literal", hint);

    private static SqlType ResolveType(TypedLiteral node)
    {
        try
        {
            return TypeNameResolver.Resolve(node.Type);
        }
        catch (QueryException error) when (error.Code == ErrorCode.TypeNotFound)
        {
            throw new QueryException(ErrorCode.TypeNotFound, node.Span, error.Message.Replace("Unknown type", "Unknown resolvedType", StringComparison.Ordinal), error.Hint, error);
        }
    }

    private static BoundLiteral AnalyzeOfType(TypedLiteral node, SqlType type)
    {
        object? value = type switch
        {
            ScalarType { Kind: ScalarKind.Boolean } => ParseBoolean(node.Value),
            ScalarType { Kind: ScalarKind.TinyInt } => ParseInteger(node.Value, sbyte.MinValue, sbyte.MaxValue),
            ScalarType { Kind: ScalarKind.SmallInt } => ParseInteger(node.Value, short.MinValue, short.MaxValue),
            ScalarType { Kind: ScalarKind.Integer } => ParseInteger(node.Value, int.MinValue, int.MaxValue),
            ScalarType { Kind: ScalarKind.BigInt } => ParseInteger(node.Value, long.MinValue, long.MaxValue),
            ScalarType { IsFloatingPoint: true } => ParseDouble(node.Value),
            ScalarType { Kind: ScalarKind.Date } => DateLiterals.TryParse(node.Value),
            ScalarType { Kind: ScalarKind.Json } => ParseJson(node.Value),
            ScalarType { Kind: ScalarKind.IpAddress or ScalarKind.Uuid } => node.Value,
            ScalarType { Kind: ScalarKind.Varbinary } => System.Text.Encoding.UTF8.GetBytes(node.Value).ToValueList(),
            VarcharType varchar => node.Value[..Math.Min(node.Value.Length, varchar.Length ?? int.MaxValue)],
            CharType => node.Value.TrimEnd(' '),
            DecimalType target => ParseDecimal(node.Value) is { } parsed && parsed.Type.Scale <= target.Scale ? Rescale(parsed, target) : null,
            _ => throw new QueryException(ErrorCode.InvalidLiteral, node.Span, $"No literal form for type {type}"),
        };
        return value is null ? throw Invalid(node, TypeText(type), HintFor(type)) : new BoundLiteral(value, type, node.Span);
    }

    private static string TypeText(SqlType type) => type.ToString().ToUpperInvariant();

    private static string? HintFor(SqlType type) => type.Equals(ScalarTypes.Date) ? "Write DATE '2024-01-31'." : null;

    private static bool? ParseBoolean(string text) => text.ToLowerInvariant() switch
    {
        "t" or "true" or "1" => true,
        "f" or "false" or "0" => false,
        _ => null,
    };

    private static long? ParseInteger(string text, long min, long max) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value : null;

    /// <summary>Java's spelling of floating-point numbers: <c>f</c> or <c>d</c> may follow, and NaN has a sign.</summary>
    private static double? ParseDouble(string text)
    {
        var number = text.Trim();
        switch (number)
        {
            case "NaN" or "+NaN" or "-NaN":
                return double.NaN;
            case "Infinity" or "+Infinity":
                return double.PositiveInfinity;
            case "-Infinity":
                return double.NegativeInfinity;
        }

        var digits = number is [.., 'f' or 'F' or 'd' or 'D'] ? number[..^1] : number;
        var endsInDigits = digits is [.., (>= '0' and <= '9') or '.'];
        return endsInDigits && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string? ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BoundLiteral AnalyzeDecimal(TypedLiteral node) => ParseDecimal(node.Value) is { } parsed
        ? new BoundLiteral(parsed.Unscaled, parsed.Type, node.Span)
        : throw Invalid(node, "DECIMAL");

    /// <summary>Sign, digits, perhaps a point; precision and scale follow from the digits, leading zeros aside.</summary>
    private static (Int128 Unscaled, DecimalType Type)? ParseDecimal(string text)
    {
        const int maxPrecision = 38;
        var digits = text.AsSpan();
        var isNegative = digits is ['-', ..];
        digits = digits is ['-' or '+', ..] ? digits[1..] : digits;
        var point = digits.IndexOf('.');
        var whole = (point < 0 ? digits : digits[..point]).TrimStart('0');
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        var isNumber = digits.Length > (point < 0 ? 0 : 1) && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
        var precision = Math.Max(1, whole.Length + fraction.Length);
        if (!isNumber || precision > maxPrecision)
        {
            return null;
        }

        var unscaled = Int128.Parse($"0{whole}{fraction}", NumberStyles.None, CultureInfo.InvariantCulture);
        return (isNegative ? -unscaled : unscaled, new DecimalType(precision, fraction.Length));
    }

    private static Int128? Rescale((Int128 Unscaled, DecimalType Type) parsed, DecimalType target)
    {
        if (parsed.Type.Precision - parsed.Type.Scale > target.Precision - target.Scale)
        {
            return null;
        }

        var unscaled = parsed.Unscaled;
        for (var scale = parsed.Type.Scale; scale < target.Scale; scale++)
        {
            unscaled *= 10;
        }

        return unscaled;
    }
}
