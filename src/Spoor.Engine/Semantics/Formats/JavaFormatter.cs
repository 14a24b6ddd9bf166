using System.Text;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Engine.Semantics.Numbers;
using Spoor.Engine.Semantics.Time;

namespace Spoor.Engine.Semantics.Formats;

/// <summary>Java's format strings.</summary>
/// <seealso href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Formatter.html"/>
internal static partial class JavaFormatter
{
    /// <summary>The format with its arguments.</summary>
    /// <param name="format">Java's format string.</param>
    /// <param name="arguments">Null, bool, long, float, double, <see cref="ExactNumber"/> (BigDecimal), <see cref="JavaTime"/> or string.</param>
    /// <exception cref="QueryException">INVALID_FUNCTION_ARGUMENT with Java's reason.</exception>
    internal static string Format(string format, object?[] arguments)
    {
        try
        {
            return Format(format, arguments, new StringBuilder());
        }
        catch (JavaFormatException error)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Invalid format string: {format} ({error.Message})", cause: error);
        }
    }

    private static string Format(string format, object?[] arguments, StringBuilder output)
    {
        var (next, last) = (0, -1);
        for (var at = 0; at < format.Length;)
        {
            if (format[at] != '%')
            {
                output.Append(format[at++]);
                continue;
            }

            var match = Specifier().Match(format, at);
            if (!match.Success)
            {
                throw JavaFormatException.UnknownConversion(at + 1 < format.Length ? format[at + 1] : '%');
            }

            var specifier = JavaFormatSpecifier.Read(match);
            at += match.Length;
            if (specifier.IsText)
            {
                output.Append(specifier.Print(null));
                continue;
            }

            var index = specifier.TakesLast ? last : specifier.Index > 0 ? specifier.Index - 1 : next++;
            if (index < 0 || index >= arguments.Length)
            {
                throw new JavaFormatException($"MissingFormatArgument: Format specifier '{match.Value}'");
            }

            last = index;
            output.Append(specifier.Print(arguments[index]));
        }

        return output.ToString();
    }

    [GeneratedRegex(@"\G%((?<index>[1-9][0-9]*)\$)?(?<flags>[-#+ 0,(<]*)(?<width>[1-9][0-9]*)?(\.(?<precision>[0-9]+))?(?<time>[tT])?(?<kind>[a-zA-Z%])", RegexOptions.ExplicitCapture)]
    private static partial Regex Specifier();
}
