using System.Text.Json.Serialization;
using Spoor.Audit.Reports.Json;

namespace Spoor.Audit.Traces;

/// <summary>Writes a trace as JSON. Member names are those of the report in snake case; docs/trace.md describes them.</summary>
public static class TraceReportJson
{
    /// <summary>Writes the report as one indented JSON object, with a line feed at its end.</summary>
    public static Task WriteAsync(TraceReport report, Stream output, CancellationToken cancellationToken) =>
        ReportJson.WriteAsync(report, TraceJsonContext.Readable.TraceReport, output, cancellationToken);
}

/// <summary>The serializer of traces, made at build time so that a start needs no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TraceReport))]
internal sealed partial class TraceJsonContext : JsonSerializerContext
{
    /// <summary>With the form that all reports have.</summary>
    public static TraceJsonContext Readable { get; } = new(ReportJson.Options());
}
