using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Engine.DuckDb.Native;
using Spoor.Sql;
using Spoor.Sql.Types;
using static Spoor.Engine.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary><c>format('%s has %,d', name, count)</c>, with Java's format strings. Arguments come as text.</summary>
/// <seealso href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Formatter.html"/>
internal static partial class FormatFunction
{
    internal static FunctionExecution Execution { get; } = FunctionExecution.Expression(
        "format",
        call => $"spoor_format({call[0]}{string.Concat(call.Arguments.Skip(1).Select((text, index) => $", {Argument(text, call.Type(index + 1))}"))})",
        new ScalarFunction("spoor_format", [Varchar], Varchar, Run, HandlesNull: true, Variadic: Varchar));

    private static string Argument(string text, SqlType type) => type switch
    {
        ScalarType { Name: "unknown" } => "CAST(NULL AS VARCHAR)",
        ScalarType { Name: "double" or "real" } => $"trim(spoor_double_to_json(CAST({text} AS DOUBLE)), '\"')",
        ArrayType or MapType or RowType => $"CAST({text} AS VARCHAR)",
        _ => CastPrinter.Print(TextCastPrinter.Padded(text, type), type is CharType ? VarcharType.Unbounded : type, VarcharType.Unbounded, isTry: false),
    };

    private static void Run(ref ScalarFunctionRow row)
    {
        if (row.IsNull(0))
        {
            return;
        }

        var arguments = new string?[row.ArgumentCount - 1];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = row.IsNull(i + 1) ? null : row.Text(i + 1);
        }

        var format = row.Text(0);
        var next = 0;
        row.SetText(Specifier().Replace(format, match => Format(match, arguments, ref next, format)));
    }

    private static QueryException Invalid(string format, string detail) =>
        new(ErrorCode.InvalidFunctionArgument, span: null, $"Invalid format string: {format} ({detail})");

    private static string Format(Match match, string?[] arguments, ref int next, string format)
    {
        var kind = match.Groups["kind"].Value;
        if (kind is "%" or "n")
        {
            return kind == "n" ? "\n" : "%";
        }

        if (kind.Length == 0)
        {
            throw Invalid(format, "UnknownFormatConversionException: Conversion = '%'");
        }

        var index = match.Groups["index"].Success ? int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) - 1 : next++;
        if (index >= arguments.Length)
        {
            throw Invalid(format, $"MissingFormatArgumentException: Format specifier '{match.Value}'");
        }

        var flags = match.Groups["flags"].Value;
        var precision = match.Groups["precision"].Success ? int.Parse(match.Groups["precision"].ValueSpan, CultureInfo.InvariantCulture) : -1;
        var text = Convert(kind, arguments[index], flags, precision, format);
        return Pad(char.IsAsciiLetterUpper(kind[0]) ? text.ToUpperInvariant() : text, flags, match.Groups["width"]);
    }

    private static string Convert(string kind, string? argument, string flags, int precision, string format)
    {
        if (argument is null && kind is not ("b" or "B"))
        {
            return "null";
        }

        return kind switch
        {
            "b" or "B" => argument is null or "false" ? "false" : "true",
            "s" or "S" => precision >= 0 && argument!.Length > precision ? argument[..precision] : argument!, // Only b takes null.
            "d" => Signed(Grouped(Integer(argument!, kind, format), flags, decimals: 0), flags),
            "x" or "X" => long.Parse(Integer(argument!, kind, format), CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture),
            "o" => System.Convert.ToString(long.Parse(Integer(argument!, kind, format), CultureInfo.InvariantCulture), 8),
            "f" => Signed(Fixed(argument!, flags, precision < 0 ? 6 : precision, format), flags),
            "e" or "E" => Signed(Number(argument!, kind, format).ToString($"0.{new string('0', precision < 0 ? 6 : precision)}e+00", CultureInfo.InvariantCulture), flags),
            _ => throw new QueryException(ErrorCode.NotSupported, span: null, $"The conversion %{kind} of format is not yet available in Spoor"),
        };
    }

    private static string Integer(string text, string kind, string format) =>
        text.TrimStart('-').All(char.IsAsciiDigit) ? text : throw Invalid(format, $"IllegalFormatConversionException: {kind} != {(double.TryParse(text, CultureInfo.InvariantCulture, out _) ? "java.math.BigDecimal" : "java.lang.String")}");

    private static double Number(string text, string kind, string format) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid(format, $"IllegalFormatConversionException: {kind} != java.lang.String");

    private static string Fixed(string text, string flags, int precision, string format) => ExactNumber.TryParse(text, out var exact)
        ? Grouped(exact.Round(precision).ToString(), flags, precision)
        : JavaNumber.Format(Number(text, "f", format));

    private static string Grouped(string digits, string flags, int decimals)
    {
        if (!flags.Contains(',', StringComparison.Ordinal))
        {
            return digits;
        }

        var point = decimals == 0 ? digits.Length : digits.IndexOf('.', StringComparison.Ordinal);
        var start = digits.StartsWith('-') ? 1 : 0;
        for (var i = point - 3; i > start; i -= 3)
        {
            digits = digits.Insert(i, ",");
        }

        return digits;
    }

    private static string Signed(string number, string flags) => number.StartsWith('-')
        ? flags.Contains('(', StringComparison.Ordinal) ? $"({number[1..]})" : number
        : flags.Contains('+', StringComparison.Ordinal) ? $"+{number}" : flags.Contains(' ', StringComparison.Ordinal) ? $" {number}" : number;

    private static string Pad(string text, string flags, Group width)
    {
        if (!width.Success)
        {
            return text;
        }

        var size = int.Parse(width.ValueSpan, CultureInfo.InvariantCulture);
        if (flags.Contains('0', StringComparison.Ordinal))
        {
            var sign = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
            return text.Length >= size ? text : text.Insert(sign, new string('0', size - text.Length));
        }

        return flags.Contains('-', StringComparison.Ordinal) ? text.PadRight(size) : text.PadLeft(size);
    }

    [GeneratedRegex(@"%((?<index>\d+)\$)?(?<flags>[-#+ 0,(]*)(?<width>[1-9]\d*)?(\.(?<precision>\d+))?(?<kind>[a-zA-Z%]?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Specifier();
}
