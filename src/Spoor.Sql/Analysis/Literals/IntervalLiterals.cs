using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Literals;

/// <summary><c>INTERVAL '7' DAY</c>, <c>INTERVAL '1 12:30' DAY TO MINUTE</c>, <c>INTERVAL '1-2' YEAR TO MONTH</c>.</summary>
internal static partial class IntervalLiterals
{
    private const long MillisecondsPerDay = 86_400_000;

    public static BoundLiteral Analyze(IntervalLiteral node)
    {
        var end = node.EndField ?? node.StartField;
        var isYearToMonth = node.StartField is IntervalField.Year or IntervalField.Month;
        if (isYearToMonth != end is IntervalField.Year or IntervalField.Month || end < node.StartField)
        {
            throw new QueryException(
                ErrorCode.InvalidLiteral,
                node.Span,
                $"Invalid interval qualifier: {node.StartField.ToString().ToUpperInvariant()} TO {end.ToString().ToUpperInvariant()}");
        }

        try
        {
            var value = isYearToMonth ? TryMonths(node, end) : TryMilliseconds(node, end);
            var type = isYearToMonth ? ScalarTypes.IntervalYearToMonth : ScalarTypes.IntervalDayToSecond;
            return value is { } amount ? new BoundLiteral(node.IsNegative ? -amount : amount, type, node.Span) : throw Invalid(node);
        }
        catch (OverflowException)
        {
            throw Invalid(node);
        }
    }

    private static QueryException Invalid(IntervalLiteral node) =>
        new(ErrorCode.InvalidLiteral, node.Span, $"'{node.Value}' is not a valid INTERVAL literal", hint: "Write INTERVAL '7' DAY or INTERVAL '2' HOUR; one number and one unit.");

    private static long? TryMonths(IntervalLiteral node, IntervalField end)
    {
        var match = YearToMonth().Match(node.Value);
        var hasSecond = match.Groups["second"].Success;
        if (!match.Success || (hasSecond && node.StartField == end))
        {
            return null;
        }

        var first = Number(match.Groups["first"]);
        var months = node.StartField == IntervalField.Month ? first : checked((first * 12) + Number(match.Groups["second"]));
        return match.Groups["sign"].Success ? -months : months;
    }

    /// <summary>Fields from largest to smallest, a blank after days and colons between the others; smaller ones may be left out at the end.</summary>
    private static long? TryMilliseconds(IntervalLiteral node, IntervalField end)
    {
        var match = DayToSecond().Match(node.Value);
        if (!match.Success)
        {
            return null;
        }

        var numbers = match.Groups["number"].Captures;
        var separators = match.Groups["separator"].Captures;
        if (numbers.Count > end - node.StartField + 1)
        {
            return null;
        }

        var total = 0L;
        for (var i = 0; i < numbers.Count; i++)
        {
            var field = node.StartField + i;
            var expected = field == IntervalField.Day + 1 ? " " : ":";
            if (i > 0 && separators[i - 1].Value != expected)
            {
                return null;
            }

            total = checked(total + (long.Parse(numbers[i].ValueSpan, CultureInfo.InvariantCulture) * Milliseconds(field)));
        }

        var lastField = node.StartField + numbers.Count - 1;
        if (match.Groups["fraction"] is { Success: true } fraction)
        {
            if (lastField != IntervalField.Second)
            {
                return null;
            }

            total += int.Parse(fraction.Value.PadRight(3, '0')[..3], CultureInfo.InvariantCulture);
        }

        return match.Groups["sign"].Success ? -total : total;
    }

    private static long Milliseconds(IntervalField field) => field switch
    {
        IntervalField.Week => 7 * MillisecondsPerDay,
        IntervalField.Day => MillisecondsPerDay,
        IntervalField.Hour => 3_600_000,
        IntervalField.Minute => 60_000,
        _ => 1_000,
    };

    private static long Number(Group group) => group.Success ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*(?<sign>-)?\s*(?<first>\d+)(?:-(?<second>\d+))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex YearToMonth();

    [GeneratedRegex(@"^\s*(?<sign>-)?\s*(?<number>\d+)(?:(?<separator>[ :])(?<number>\d+))*(?:\.(?<fraction>\d+))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex DayToSecond();
}
