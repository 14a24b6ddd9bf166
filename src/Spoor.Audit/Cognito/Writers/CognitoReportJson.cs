using System.Text.Json;
using System.Text.Json.Serialization;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Audit.Reports.Json;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>Writes a report as JSON; docs/audit.md describes its members.</summary>
public static class CognitoReportJson
{
    /// <summary>Writes the report as one indented JSON object, with a line feed at its end.</summary>
    public static Task WriteAsync(CognitoAuditReport report, Stream output, CancellationToken cancellationToken) =>
        ReportJson.WriteAsync(report, CognitoReportJsonContext.Readable.CognitoAuditReport, output, cancellationToken);
}

/// <summary>The serializer of reports, made at build time so that a start needs no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CognitoAuditReport))]
internal sealed partial class CognitoReportJsonContext : JsonSerializerContext
{
    /// <summary>With the form that all reports have.</summary>
    public static CognitoReportJsonContext Readable { get; } = new(ReportJson.Options(new JsonStringEnumConverter<FindingSeverity>(JsonNamingPolicy.SnakeCaseLower), new JsonStringEnumConverter<Certainty>(JsonNamingPolicy.SnakeCaseLower), new JsonStringEnumConverter<IdentityAccess>(JsonNamingPolicy.SnakeCaseLower)));
}
