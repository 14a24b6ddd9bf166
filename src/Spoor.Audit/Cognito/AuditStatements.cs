using System.Globalization;

namespace Spoor.Audit.Cognito;

/// <summary>The audit's SQL, one file per question, with what was asked filled in.</summary>
internal sealed class AuditStatements(CognitoAuditRequest request)
{
    /// <summary>The text of <c>Queries/NAME.sql</c>; <c>{from}</c>, <c>{pool}</c> and the like become literals.</summary>
    public string Read(string name) => StatementFile.Read("Cognito", name)
        .Replace("{from}", Literal(request.From), StringComparison.Ordinal)
        .Replace("{look_back}", Literal(LookBack(request.From)), StringComparison.Ordinal)
        .Replace("{to}", Literal(request.To), StringComparison.Ordinal)
        .Replace("{pool}", Literal(request.Pool), StringComparison.Ordinal)
        .Replace("{role}", Literal(request.Role), StringComparison.Ordinal);

    /// <summary>One link of role chains behind the calls of <paramref name="previous"/>.</summary>
    public string ReadChain(string previous, int depth) => Read("chained_uses")
        .Replace("{previous}", previous, StringComparison.Ordinal)
        .Replace("{depth}", depth.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static DateTimeOffset? LookBack(DateTimeOffset? from) =>
        from is { } time && time - DateTimeOffset.MinValue > CognitoAuditRequest.LookBack ? time - CognitoAuditRequest.LookBack : from;

    private static string Literal(DateTimeOffset? time) => Literal(time is { } value ? AuditTime.Text(value) : null);

    private static string Literal(string? text) => text is null ? "CAST(NULL AS varchar)" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
