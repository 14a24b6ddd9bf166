using System.Text;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Core.Text;

namespace Spoor.Audit.Findings;

/// <summary>The text of a rule's file.</summary>
/// <param name="File">The name that errors say.</param>
/// <param name="Whole">Front matter and query.</param>
/// <param name="QueryStart">Offset of the query in it.</param>
/// <param name="HasSeverityByRow">The query gives a column <c>severity</c>; null in it stands for the rule's.</param>
internal sealed partial record RuleText(string File, string Whole, int QueryStart, bool HasSeverityByRow = false)
{
    private const string OneByOne = "one_by_one";
    private const string Columns = "pool, identity, role, subject, detail, first_time, last_time, filter(array_distinct(event_ids), id -> id IS NOT NULL) AS event_ids";

    /// <summary>The query with its parameters as literals. Its errors are those of the file.</summary>
    /// <param name="parameters">The rule's parameters.</param>
    /// <param name="condition">A WHERE clause for its findings, or nothing.</param>
    /// <param name="isOneByOne">Findings are told as they come, and not in a report that counts equal ones: the value of <c>{one_by_one}</c>.</param>
    /// <exception cref="QueryException">A parameter is unknown, or the query is no query.</exception>
    public RuleStatement Fill(IEnumerable<RuleParameter> parameters, string condition = "", bool isOneByOne = false)
    {
        var known = parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        known.TryAdd(OneByOne, new RuleParameter(OneByOne, RuleParameterKind.Boolean, isOneByOne ? "true" : "false"));
        var sql = new StringBuilder($"SELECT {Columns}, {(HasSeverityByRow ? "severity" : "CAST(NULL AS varchar)")} AS severity FROM (\n");
        var pieces = new List<(int InStatement, int InFile)>();
        var position = QueryStart;
        foreach (Match hole in Placeholder().Matches(Whole, QueryStart))
        {
            pieces.Add((sql.Length, position));
            sql.Append(Whole, position, hole.Index - position);
            pieces.Add((sql.Length, hole.Index));
            var name = hole.Groups[1].Value;
            sql.Append(known.TryGetValue(name, out var parameter) ? parameter.Sql : throw UnknownParameter(hole, name, known.Keys));
            position = hole.Index + hole.Length;
        }

        pieces.Add((sql.Length, position));
        sql.Append(Whole[position..].TrimEnd().TrimEnd(';'));
        var end = sql.Length;
        sql.Append($"\n) AS found{condition} ORDER BY first_time, last_time, subject, detail");
        return new RuleStatement(this, sql.ToString(), pieces, end);
    }

    /// <summary>An error at an offset of the file.</summary>
    public QueryException Error(ErrorCode code, int offset, string message, Hint? hint, Exception? cause = null)
    {
        var line = Whole.AsSpan(0, offset).Count('\n') + 1;
        var column = offset - (offset == 0 ? 0 : Whole.LastIndexOf('\n', offset - 1) + 1) + 1;
        return new QueryException(code, null, $"{File}:{line}:{column}: {message}", hint, cause);
    }

    private QueryException UnknownParameter(Match hole, string name, IEnumerable<string> known) => Error(
        ErrorCode.InvalidArguments, hole.Index, $"there is no parameter '{name}'", NearestName.Hint(name, known) ?? $"Declare it in the front matter: 'parameters:', and below it '  {name}: 5'.");

    [GeneratedRegex("[{]([a-z][a-z0-9_]*)[}]")]
    private static partial Regex Placeholder();
}
