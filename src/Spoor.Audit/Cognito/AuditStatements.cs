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

    /// <summary>A column of JSON without the secrets that stand in requests and answers. Nothing that is kept may hold one.</summary>
    public static string Masked(string column) =>
        $"regexp_replace({column}, '(?i)\"(sessionToken|secretAccessKey|secretKey|idToken|accessToken|refreshToken|webIdentityToken|samlAssertion|token|password)\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"', '\"$1\":\"***\"')";

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

    private string Expand(Match phrase) => (phrase.Groups["word"].Value, phrase.Groups["column"].Value) switch
    {
        ("masked", var column) => Masked(column),
        ("access of", var column) =>
            $"CASE WHEN strpos({column}, '\"authenticated\"') > 0 THEN 'authenticated' WHEN strpos({column}, '\"unauthenticated\"') > 0 THEN 'guest' END",
        ("ISO text of", var column) => IsoText(column),
        // Where the window has no such end there is no condition, so that the scan need not look for the time.
        ("before the end of", var column) => request.To is { } to ? $"({column} < {SqlLiteral.Of(AuditTime.Text(to))} OR {column} IS NULL)" : "true",
        ("in reach of", var column) => request.ReadFrom is { } from ? $"{column} >= {SqlLiteral.Of(AuditTime.Text(from))} OR {column} IS NULL" : "true",
        (_, var column) => $"CASE {column} WHEN 'authenticated' THEN 2 WHEN 'guest' THEN 1 ELSE 0 END",
    };

    private static string WithoutComments(string sql) => string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));

    [GeneratedRegex(@"\{(?<word>masked|access of|ISO text of|rank of|before the end of|in reach of) (?<column>[a-z_.]+)\}")]
    private static partial Regex Phrases();
}
