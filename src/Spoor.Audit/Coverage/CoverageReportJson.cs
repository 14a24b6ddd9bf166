using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spoor.Audit.Coverage;

/// <summary>Writes a report as JSON. Member names are those of the report in snake case; docs/coverage.md describes its members.</summary>
public static class CoverageReportJson
{
    /// <summary>Writes the report as one indented JSON object, with a line feed at its end.</summary>
    public static async Task WriteAsync(CoverageReport report, Stream output, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(output, report, CoverageReportJsonContext.Readable.CoverageReport, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }
}

/// <summary>The serializer of reports, made at build time so that a start needs no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CoverageReport))]
internal sealed partial class CoverageReportJsonContext : JsonSerializerContext
{
    /// <summary>Control characters stay escaped; letters of all scripts are written as they are.</summary>
    public static CoverageReportJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
