using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Audit.Cognito;

/// <summary>The audit's SQL, one file per question, with what was asked filled in.</summary>
internal sealed partial class AuditStatements(CognitoAuditRequest request)
{
    /// <summary>The text of <c>Queries/NAME.sql</c>; <c>{from}</c>, <c>{pool}</c> and the like become literals.</summary>
    public string Read(string name) => Read(name, []);

    /// <summary>The reading of the logs: the records that meet <c>Queries/signals_condition.sql</c>, and those that the scan follows from them.</summary>
    public string ReadRecords() => Read("records", ("condition", WithoutComments(Read("signals_condition"))));

    /// <summary>A statement that goes one link further than the table <paramref name="previous"/>.</summary>
    public string ReadLink(string name, string previous, int depth) => Read(name, ("previous", previous), ("depth", depth.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A column of JSON without the secrets that stand in requests and answers. Nothing that is kept may hold one, under whatever escapes.</summary>
    public static string Masked(string column) =>
        $"regexp_replace({Plain(column)}, '(?i)\"(sessionToken|secretAccessKey|secretKey|idToken|accessToken|refreshToken|webIdentityToken|samlAssertion|token|password)\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"', '\"$1\":\"***\"')";

    /// <summary>
    /// An expiration as ISO text. It is written as Jan 19, 2023 5:55:08 PM (with any kind of blank, and by newer services with a comma behind the year), as ISO
    /// text or in seconds; what is none of these stays.
    /// </summary>
    private static string IsoText(string column)
    {
        var plain = $"trim(regexp_replace(regexp_replace({column}, '[\\s\\u00A0\\u202F]+', ' '), '([0-9]{{4}}), ', '$1 '))";
        return $$"""
            coalesce(
                regexp_extract({{plain}}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*$'),
                date_format(TRY(date_parse({{plain}}, '%b %e, %Y %l:%i:%s %p')), '%Y-%m-%dT%H:%i:%sZ'),
                date_format(TRY(from_unixtime(TRY_CAST({{plain}} AS double))), '%Y-%m-%dT%H:%i:%sZ'),
                {{plain}})
            """;
    }

    private string Read(string name, params (string Name, string Sql)[] others) => StatementFile.Fill(
        Phrases().Replace(StatementFile.Read("Cognito", name), Expand),
        [("from", SqlLiteral.Of(request.From is { } from ? AuditTime.Text(from) : "")), ("pool", SqlLiteral.Of(request.Pool)), ("role", SqlLiteral.Of(request.Role)), .. others]);

    /// <summary>JSON text in which escapes hide nothing that is searched for: those of printable characters that need none are resolved.</summary>
    private static string Plain(string column) => $$"""
        CASE
            WHEN strpos({{column}}, '\u00') > 0
                THEN regexp_replace(
                    {{column}},
                    '(\\[^u/]|\\u00(?:[01][0-9A-Fa-f]|22|5[Cc]))|\\(/)|\\u00([2-7][0-9A-Fa-f])',
                    part -> CASE WHEN part[3] IS NOT NULL THEN chr(from_base(part[3], 16)) ELSE coalesce(part[2], part[1]) END)
            ELSE {{column}}
        END
        """;

    /// <summary>The condition that a time lies in a span of which an end may be open. Nobody knows when a record without a time was made.</summary>
    private static string Within(string column, DateTimeOffset? from, DateTimeOffset? to)
    {
        List<string> bounds = [];
        bounds.AddRange(from is { } first ? [$"{column} >= {SqlLiteral.Of(AuditTime.Text(first))}"] : []);
        bounds.AddRange(to is { } end ? [$"{column} < {SqlLiteral.Of(AuditTime.Text(end))}"] : []);
        return bounds.Count == 0 ? "true" : $"({string.Join(" AND ", bounds)} OR {column} IS NULL)";
    }

    private string Expand(Match phrase) => (phrase.Groups["word"].Value, phrase.Groups["column"].Value) switch
    {
        ("masked", var column) => Masked(column),
        ("access of", var column) =>
            $"CASE WHEN strpos({column}, '\"authenticated\"') > 0 THEN 'authenticated' WHEN strpos({column}, '\"unauthenticated\"') > 0 THEN 'guest' END",
        ("ISO text of", var column) => IsoText(column),
        ("plain", var column) => Plain(column),
        ("before the end of", var column) => Within(column, null, request.To),
        ("in the window", var column) => Within(column, request.From, request.To),
        // Where there is no bound there is no condition, so that the scan need not look for the time.
        ("in reach of", var column) => Within(column, request.ReadFrom, request.ReadTo),
        ("is a service", var column) => $"coalesce({column} LIKE '%.amazonaws.com' OR {column} LIKE '%.amazonaws.com.cn' OR {column} = 'AWS Internal', false)",
        ("is a client", var column) => $"coalesce(NOT regexp_like(trim({column}), '^(\\[?aws-internal\\b.*|\\[?AWS Internal\\]?|[^ ]*\\.amazonaws\\.com(\\.cn)?|)$'), false)",
        (_, var column) => $"CASE {column} WHEN 'authenticated' THEN 2 WHEN 'guest' THEN 1 ELSE 0 END",
    };

    private static string WithoutComments(string sql) => string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));

    [GeneratedRegex(@"\{(?<word>masked|plain|access of|ISO text of|rank of|before the end of|in the window|in reach of|is a service|is a client) (?<column>[a-z_.]+)\}")]
    private static partial Regex Phrases();
}
