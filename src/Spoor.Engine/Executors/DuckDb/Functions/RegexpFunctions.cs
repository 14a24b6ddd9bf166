using System.Text;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Semantics.RegularExpressions;
using Spoor.Engine.Semantics.Text;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>Regular expression functions.</summary>
/// <seealso href="https://trino.io/docs/current/functions/regexp.html"/>
internal static class RegexpFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        CSharp("regexp_like", [Varchar, Varchar], ScalarFunctionType.Boolean, (ref row) => row.SetBoolean(JavaRegex.Of(row.Bytes(1)).IsMatch(row.Bytes(0)))),
        CSharp("regexp_extract", [Varchar, Varchar], Varchar, Extract, variadic: BigInt),
        CSharp("regexp_extract_all", [Varchar, Varchar], VarcharList, ExtractAll, variadic: BigInt),
        CSharp("regexp_count", [Varchar, Varchar], BigInt, (ref row) => row.Set((long)JavaRegex.Of(row.Bytes(1)).Matches(row.Text(0)).Count)),
        CSharp("regexp_position", [Varchar, Varchar], Integer, Position, variadic: BigInt),
        CSharp("regexp_split", [Varchar, Varchar], VarcharList, Split),
        Expression("regexp_replace", PrintReplace,
            new("spoor_regexp_replace", [Varchar, Varchar], Varchar, Replace, Variadic: Varchar),
            new("spoor_regexp_groups", [Varchar, Varchar], VarcharList, Groups),
            new("spoor_regexp_group_count", [Varchar], BigInt, (ref row) => row.Set((long)JavaRegex.Of(row.Bytes(0)).GroupCount))),
    ];

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static DuckExpression PrintReplace(DuckFunctionCall call) => call.Count == 3 && call.Type(2) is FunctionType
        ? PrintReplaceByLambda(call)
        : Call("spoor_regexp_replace", call.All);

    // The text between the matches, and behind each but the last what the lambda makes of the match's groups; NULL where it makes NULL of one.
    private static DuckExpression PrintReplaceByLambda(DuckFunctionCall call) => Shared(call[0], call[1], (text, pattern) => Once(
        [Duck($"spoor_regexp_split({text}, {pattern})"), Duck($"spoor_regexp_groups({text}, {pattern})"), Duck($"spoor_regexp_group_count({pattern})")],
        found =>
        {
            var (gaps, groups, count) = (found[0], found[1], found[2]);
            var (gap, index) = (new DuckParameter(), new DuckParameter());
            var replacement = Once(Duck($"{groups}[({index} - 1) * {count} + 1:{index} * {count}]"), ofMatch => call.Lambda(2).Apply(ofMatch));
            var part = Duck($"{gap} || CASE WHEN {index} < len({gaps}) THEN {replacement} ELSE '' END");
            return Once(
                Duck($"list_transform({gaps}, {new DuckLambda([gap, index], part)})"),
                parts => Duck($"CASE WHEN list_position({parts}, NULL) IS NULL THEN array_to_string({parts}, '') END"));
        }));

    private static void Groups(ref ScalarFunctionRow row)
    {
        var regex = JavaRegex.Of(row.Bytes(1));
        row.SetTexts(regex.Matches(row.Text(0)).SelectMany(match => Enumerable.Range(1, regex.GroupCount).Select(group => Text(match.Groups[group]))).ToList());
    }

    private static int Group(ref ScalarFunctionRow row, JavaRegex regex)
    {
        var group = row.ArgumentCount > 2 ? row.Value<long>(2) : 0;
        return group switch
        {
            < 0 => throw Invalid("Group cannot be negative"),
            _ when group > regex.GroupCount => throw Invalid($"Pattern has {regex.GroupCount} groups. Cannot access group {group}"),
            _ => (int)group,
        };
    }

    private static string? Text(Group group) => group.Success ? group.Value : null;

    private static void Extract(ref ScalarFunctionRow row)
    {
        var regex = JavaRegex.Of(row.Bytes(1));
        var group = Group(ref row, regex);
        if (regex.Match(row.Text(0)) is { Success: true } match && Text(match.Groups[group]) is { } text)
        {
            row.SetText(text);
        }
    }

    private static void ExtractAll(ref ScalarFunctionRow row)
    {
        var regex = JavaRegex.Of(row.Bytes(1));
        var group = Group(ref row, regex);
        row.SetTexts(regex.Matches(row.Text(0)).ConvertAll(match => Text(match.Groups[group])));
    }

    private static void Position(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        var start = row.ArgumentCount > 2 ? row.Value<long>(2) : 1;
        var occurrence = row.ArgumentCount > 3 ? row.Value<long>(3) : 1;
        if (start < 1)
        {
            throw Invalid("start position cannot be smaller than 1");
        }

        if (occurrence < 1)
        {
            throw Invalid("occurrence cannot be smaller than 1");
        }

        var matches = JavaRegex.Of(row.Bytes(1)).Matches(text)
            .Select(match => Codepoints.Split(text[..match.Index]).Length + 1)
            .Where(position => position >= start);
        row.Set(start > Codepoints.Split(text).Length ? -1 : matches.Skip((int)Math.Min(occurrence, int.MaxValue) - 1).FirstOrDefault(-1));
    }

    private static void Split(ref ScalarFunctionRow row)
    {
        var text = row.Text(0);
        var parts = new List<string?>();
        var start = 0;
        foreach (var match in JavaRegex.Of(row.Bytes(1)).Matches(text))
        {
            parts.Add(text[start..match.Index]);
            start = match.Index + match.Length;
        }

        parts.Add(text[start..]);
        row.SetTexts(parts);
    }

    private static void Replace(ref ScalarFunctionRow row)
    {
        var regex = JavaRegex.Of(row.Bytes(1));
        var replacement = row.ArgumentCount > 2 ? row.Text(2) : "";
        row.SetText(replacement.AsSpan().IndexOfAny('$', '\\') < 0
            ? regex.Replace(row.Text(0), _ => replacement)
            : regex.Replace(row.Text(0), match => Substitute(regex, match, replacement)));
    }

    /// <summary>Fills Java's <c>$1</c>, <c>${name}</c> and <c>\$</c>.</summary>
    private static string Substitute(JavaRegex regex, Match match, string replacement)
    {
        var output = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            switch (replacement[i])
            {
                case '\\' when i + 1 < replacement.Length:
                    output.Append(replacement[++i]);
                    break;
                case '\\':
                    throw Invalid("character to be escaped is missing");
                case '$':
                    var (group, end) = ReadGroup(regex, replacement, i + 1);
                    output.Append(match.Groups[group].Value);
                    i = end - 1;
                    break;
                default:
                    output.Append(replacement[i]);
                    break;
            }
        }

        return output.ToString();
    }

    private static (int Group, int End) ReadGroup(JavaRegex regex, string replacement, int start)
    {
        if (start < replacement.Length && replacement[start] == '{' && replacement.IndexOf('}', start) is > 0 and var close)
        {
            var name = replacement[(start + 1)..close];
            var number = regex.GroupNumber(name);
            return number >= 0 ? (number, close + 1) : throw Invalid($"Illegal replacement sequence: unknown group {{ {name} }}");
        }

        var end = start;
        var group = 0;
        while (end < replacement.Length && char.IsAsciiDigit(replacement[end]) && (end == start || (group * 10) + replacement[end] - '0' <= regex.GroupCount))
        {
            group = (group * 10) + replacement[end++] - '0';
        }

        return end == start || group > regex.GroupCount
            ? throw Invalid("Illegal replacement sequence: " + (end == start ? replacement : $"unknown group {{ {group} }}"))
            : (group, end);
    }
}
