using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;

namespace Spoor.Engine.Semantics.Time;

/// <summary>Durations such as <c>42.8ms</c>, <c>3.81 d</c>.</summary>
internal static partial class Duration
{
    /// <summary>Microseconds, to the millisecond.</summary>
    internal static long Parse(string text)
    {
        if (text.Length == 0)
        {
            throw Invalid("duration is empty");
        }

        if (Pattern().Match(text) is not { Success: true } match)
        {
            throw Invalid($"duration is not a valid data duration string: {text}");
        }

        var milliseconds = match.Groups["unit"].Value switch
        {
            "ns" => 1e-6,
            "us" => 1e-3,
            "ms" => 1,
            "s" => 1e3,
            "m" => 6e4,
            "h" => 3.6e6,
            "d" => 8.64e7,
            var unit => throw Invalid($"Unknown time unit: {unit}"),
        };
        var value = double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture) * milliseconds;
        return (long)Math.Floor(value + 0.5) * 1000;
    }

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    [GeneratedRegex(@"^\s*(?<value>\d+(\.\d+)?)\s*(?<unit>[a-zA-Z]+)\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
