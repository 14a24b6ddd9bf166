using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spoor.Audit.Cognito;

/// <summary>Writes a report as JSON; docs/audit.md describes its members.</summary>
public static class CognitoReportJson
{
    /// <summary>Writes the report as one indented JSON object, with a line feed at its end.</summary>
    public static async Task WriteAsync(CognitoAuditReport report, Stream output, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(output, report, CognitoReportJsonContext.Readable.CognitoAuditReport, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }
}

/// <summary>The serializer of reports, made at build time so that a start needs no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CognitoAuditReport))]
internal sealed partial class CognitoReportJsonContext : JsonSerializerContext
{
    /// <summary>Control characters stay escaped; letters of all scripts are written as they are.</summary>
    public static CognitoReportJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Certainty>(JsonNamingPolicy.SnakeCaseLower), new JsonStringEnumConverter<IdentityAccess>(JsonNamingPolicy.SnakeCaseLower) },
    });
}
