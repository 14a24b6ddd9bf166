using System.Globalization;
using System.Text.RegularExpressions;

namespace Spoor.Audit.Cognito;

/// <summary>The audit's SQL, one file per question, with what was asked filled in.</summary>
internal sealed partial class AuditStatements(CognitoAuditRequest request)
{
    /// <summary>The text of <c>Queries/NAME.sql</c>; <c>{from}</c>, <c>{pool}</c> and the like become literals.</summary>
    public string Read(string name) => Phrases().Replace(StatementFile.Read("Cognito", name), Expand)
        .Replace("{from}", Literal(request.From is { } from ? AuditTime.Text(from) : ""), StringComparison.Ordinal)
        .Replace("{pool}", Literal(request.Pool), StringComparison.Ordinal)
        .Replace("{role}", Literal(request.Role), StringComparison.Ordinal);

    /// <summary>The reading of the logs: the records that meet <c>Queries/signals_condition.sql</c>, and those that the scan follows from them.</summary>
    public string ReadRecords() => Read("records").Replace("{condition}", WithoutComments(Read("signals_condition")), StringComparison.Ordinal);

    /// <summary>A statement that goes one link further than the table <paramref name="previous"/>.</summary>
    public string ReadLink(string name, string previous, int depth) => Read(name)
        .Replace("{previous}", previous, StringComparison.Ordinal)
        .Replace("{depth}", depth.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A column of JSON without the secrets that stand in requests and answers. Nothing that is kept may hold one.</summary>
    public static string Masked(string column) =>
        $"regexp_replace({column}, '(?i)\"(sessionToken|secretAccessKey|secretKey|idToken|accessToken|refreshToken|webIdentityToken|samlAssertion|token|password)\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"', '\"$1\":\"***\"')";

    private string Expand(Match phrase) => (phrase.Groups["word"].Value, phrase.Groups["column"].Value) switch
    {
        ("masked", var column) => Masked(column),
        ("access of", var column) =>
            $"CASE WHEN strpos({column}, '\"authenticated\"') > 0 THEN 'authenticated' WHEN strpos({column}, '\"unauthenticated\"') > 0 THEN 'guest' END",
        // Where the window has no such end there is no condition, so that the scan need not look for the time.
        ("before the end of", var column) => request.To is { } to ? $"({column} < {Literal(AuditTime.Text(to))} OR {column} IS NULL)" : "true",
        ("in reach of", var column) => request.ReadFrom is { } from ? $"{column} >= {Literal(AuditTime.Text(from))} OR {column} IS NULL" : "true",
        (_, var column) => $"CASE {column} WHEN 'authenticated' THEN 2 WHEN 'guest' THEN 1 ELSE 0 END",
    };

    private static string WithoutComments(string sql) => string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));

    private static string Literal(string? text) => text is null ? "CAST(NULL AS varchar)" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\{(?<word>masked|access of|rank of|before the end of|in reach of) (?<column>[a-z_.]+)\}")]
    private static partial Regex Phrases();
}
