using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Core.Text;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>Patterns of SHOW.</summary>
internal static class NamePatterns
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);

    /// <summary>SHOW TABLES and SHOW VIEWS: <c>*</c> stands for any text, <c>|</c> separates alternatives; the rest is a regular expression.</summary>
    /// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/show-tables.html"/>
    public static IEnumerable<string> Filter(IEnumerable<string> names, string? pattern, TextSpan span) =>
        pattern is null ? names : Match(names, Regexes(pattern, span));

    /// <summary>SHOW DATABASES: a regular expression; <c>*</c> alone is any name.</summary>
    /// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/show-databases.html"/>
    public static IEnumerable<string> FilterByRegex(IEnumerable<string> names, string? pattern, TextSpan span) =>
        pattern is null or "*" ? names : Match(names, [Create(pattern, pattern, span)]);

    /// <summary>Advice for who takes LIKE's pattern for that of a query; null when the pattern has no <c>%</c>.</summary>
    public static string? Hint(string? pattern) =>
        pattern?.Contains('%', StringComparison.Ordinal) == true ? "In SHOW, * stands for any text and | separates alternatives; % stands for itself." : null;

    private static List<Regex> Regexes(string pattern, TextSpan span) =>
        [.. pattern.Split('|').Select(part => Create(part.Replace(".*", "*", StringComparison.Ordinal).Replace("*", ".*", StringComparison.Ordinal), pattern, span))];

    private static List<string> Match(IEnumerable<string> names, List<Regex> regexes) => [.. names.Where(name => regexes.Exists(regex => regex.IsMatch(name)))];

    private static Regex Create(string regex, string pattern, TextSpan span)
    {
        try
        {
            return new Regex($@"\A(?:{regex})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, s_timeout);
        }
        catch (ArgumentException exception)
        {
            throw new QueryException(ErrorCode.InvalidArguments, span, $"'{pattern}' is not a valid pattern", "Use * for any text and | between alternatives.", exception);
        }
    }
}
