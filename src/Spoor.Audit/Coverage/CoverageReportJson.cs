using System.Text.Json.Serialization;
using Spoor.Audit.Reports.Json;

namespace Spoor.Audit.Coverage;

/// <summary>Writes a report as JSON. Member names are those of the report in snake case; docs/coverage.md describes its members.</summary>
public static class CoverageReportJson
{
    /// <summary>Writes the report as one indented JSON object, with a line feed at its end.</summary>
    public static Task WriteAsync(CoverageReport report, Stream output, CancellationToken cancellationToken) =>
        ReportJson.WriteAsync(report, CoverageReportJsonContext.Readable.CoverageReport, output, cancellationToken);
}

/// <summary>The serializer of reports, made at build time so that a start needs no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CoverageReport))]
internal sealed partial class CoverageReportJsonContext : JsonSerializerContext
{
    /// <summary>With the form that all reports have.</summary>
    public static CoverageReportJsonContext Readable { get; } = new(ReportJson.Options());
}
