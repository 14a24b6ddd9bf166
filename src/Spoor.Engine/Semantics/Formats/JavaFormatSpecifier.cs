using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Engine.Semantics.Numbers;

namespace Spoor.Engine.Semantics.Formats;

/// <summary>One <c>%[index$][flags][width][.precision]conversion</c> of a format string.</summary>
internal sealed partial record JavaFormatSpecifier
{
    private const string GeneralFlags = "-#";

    private string Flags { get; init; } = "";

    private int Width { get; init; } = -1;

    private int Precision { get; init; } = -1;

    private char Kind { get; init; }

    private bool IsTime { get; init; }

    private bool IsUpper { get; init; }

    private string Written { get; init; } = "";

    /// <summary>Number of the argument from 1; 0 for the next one.</summary>
    internal int Index { get; private init; }

    /// <summary><c>%&lt;s</c>: the argument of the specifier before.</summary>
    internal bool TakesLast => Has('<');

    /// <summary><c>%%</c> and <c>%n</c>, which take no argument.</summary>
    internal bool IsText => !IsTime && Kind is '%' or 'n';

    internal static JavaFormatSpecifier Read(Match match)
    {
        var kind = match.Groups["kind"].Value[0];
        var isTime = match.Groups["time"].Success;
        var isUpper = isTime ? match.Groups["time"].Value == "T" : kind is 'B' or 'H' or 'S' or 'C' or 'X' or 'E' or 'G' or 'A';
        var specifier = new JavaFormatSpecifier
        {
            Flags = match.Groups["flags"].Value,
            Width = Number(match.Groups["width"]),
            Precision = Number(match.Groups["precision"]),
            Kind = isTime || !isUpper ? kind : char.ToLowerInvariant(kind),
            IsTime = isTime,
            IsUpper = isUpper,
            Written = match.Value,
            Index = Math.Max(0, Number(match.Groups["index"])),
        };
        specifier.Check();
        return specifier;
    }

    internal string Print(object? argument)
    {
        var text = IsText ? (Kind == 'n' ? "\n" : "%") : IsTime ? PrintTime(argument) : Kind switch
        {
            'b' => Cut(argument switch { null => "false", bool value => value ? "true" : "false", _ => "true" }),
            'h' => Cut(argument is null ? "null" : Hash(argument)),
            's' => Cut(argument is null ? "null" : Text(argument)),
            _ when argument is null => Cut("null"),
            'c' => throw JavaFormatException.WrongArgument(Kind, argument),
            'd' or 'o' or 'x' => PrintInteger(argument),
            _ => PrintFloat(argument),
        };
        return Justify(IsUpper ? text.ToUpperInvariant() : text);
    }

    private static int Number(Group group) => !group.Success ? -1
        : int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000 ? number
        : throw new JavaFormatException($"IllegalFormatWidth: {group.Value}");

    private bool Has(char flag) => Flags.Contains(flag, StringComparison.Ordinal);

    private void Check()
    {
        if (Flags.FirstOrDefault(flag => Flags.Count(other => other == flag) > 1) is not '\0' and var twice)
        {
            throw new JavaFormatException($"DuplicateFormatFlags: Flags = '{twice}'");
        }

        if (!IsTime && Kind is not ('b' or 'h' or 's' or 'c' or 'd' or 'o' or 'x' or 'e' or 'f' or 'g' or 'a' or '%' or 'n'))
        {
            throw JavaFormatException.UnknownConversion(IsUpper ? char.ToUpperInvariant(Kind) : Kind);
        }

        var allowed = IsTime || Kind is 'c' or '%' ? "-<" : Kind switch
        {
            'b' or 'h' or 's' => "-#<",
            'n' => "",
            'd' => "-+ 0,(<",
            'o' or 'x' => "-#0<+ (,", // The last four are refused when the argument is known.
            'e' => "-#+ 0(<",
            'f' => "-#+ 0,(<",
            'g' => "-+ 0,(<",
            _ => "-#+ 0<",
        };
        foreach (var flag in Flags)
        {
            if (!allowed.Contains(flag, StringComparison.Ordinal))
            {
                throw Kind == 'n' && !IsTime ? new JavaFormatException($"IllegalFormatFlags: Flags = '{Flags}'") : JavaFormatException.WrongFlag(Kind, flag);
            }
        }

        CheckNumbers();
    }

    private void CheckNumbers()
    {
        if (Precision >= 0 && (IsTime || Kind is 'c' or 'd' or 'o' or 'x' or '%' or 'n'))
        {
            throw new JavaFormatException(string.Create(CultureInfo.InvariantCulture, $"IllegalFormatPrecision: {Precision}"));
        }

        if (Kind == 'n' && !IsTime && Width >= 0)
        {
            throw new JavaFormatException(string.Create(CultureInfo.InvariantCulture, $"IllegalFormatWidth: {Width}"));
        }

        if ((Has('-') || Has('0')) && Width < 0)
        {
            throw new JavaFormatException($"MissingFormatWidth: {Written}");
        }

        if ((Has('+') && Has(' ')) || (Has('-') && Has('0')))
        {
            throw new JavaFormatException($"IllegalFormatFlags: Flags = '{Flags}'");
        }
    }

    private string Cut(string text) => Has('#') && Kind == 's' ? throw JavaFormatException.WrongFlag('s', '#') : Precision >= 0 && Precision < text.Length ? text[..Precision] : text;

    private string Justify(string text) => Has('-') ? text.PadRight(Math.Max(0, Width)) : text.PadLeft(Math.Max(0, Width));

    private static string Text(object argument) => argument switch
    {
        bool value => value ? "true" : "false",
        long value => value.ToString(CultureInfo.InvariantCulture),
        float value => JavaNumber.Format(value),
        double value => JavaNumber.Format(value),
        ExactNumber value => BigDecimalText(value),
        _ => argument.ToString()!, // Of a text or a time.
    };

    // Java writes an exponent where more than five zeros would follow the point.
    private static string BigDecimalText(ExactNumber value)
    {
        var digits = System.Numerics.BigInteger.Abs(value.Unscaled).ToString(CultureInfo.InvariantCulture);
        var exponent = digits.Length - 1 - value.Scale;
        return value.Scale >= 0 && exponent >= -6
            ? value.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{(value.Unscaled.Sign < 0 ? "-" : "")}{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}E{(exponent >= 0 ? "+" : "")}{exponent}");
    }

    private static string Hash(object argument)
    {
        var hash = argument switch
        {
            bool value => value ? 1231 : 1237,
            long value => (int)(value ^ (value >>> 32)),
            double value => (double.IsNaN(value) ? 0x7FF8_0000_0000_0000 : BitConverter.DoubleToInt64Bits(value)) is var bits ? (int)(bits ^ (bits >>> 32)) : 0,
            float value => float.IsNaN(value) ? 0x7FC0_0000 : BitConverter.SingleToInt32Bits(value),
            string text => text.Aggregate(0, (sum, c) => unchecked((sum * 31) + c)),
            _ => throw new QueryException(ErrorCode.NotSupported, span: null, "The conversion %h of format is available for texts, numbers and booleans only"),
        };
        return ((uint)hash).ToString("x", CultureInfo.InvariantCulture);
    }
}
