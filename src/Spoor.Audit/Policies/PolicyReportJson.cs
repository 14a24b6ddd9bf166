using System.Text.Json.Serialization;
using Spoor.Audit.Policies.Iam;
using Spoor.Audit.Reports.Json;

namespace Spoor.Audit.Policies;

/// <summary>Writes a report, or its policy alone, as JSON. Member names are those of the report in snake case; docs/policy.md describes them.</summary>
public static class PolicyReportJson
{
    /// <summary>Writes the whole report.</summary>
    public static Task WriteAsync(PolicyReport report, Stream output, CancellationToken cancellationToken) =>
        ReportJson.WriteAsync(report, PolicyJsonContext.Readable.PolicyReport, output, cancellationToken);

    /// <summary>Writes the policy document alone, as IAM takes it.</summary>
    public static Task WritePolicyAsync(PolicyReport report, Stream output, CancellationToken cancellationToken) =>
        ReportJson.WriteAsync(report.Policy, PolicyJsonContext.Readable.PolicyDocument, output, cancellationToken);
}

/// <summary>The serializer of reports, made at build time so that a start needs no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PolicyReport))]
[JsonSerializable(typeof(PolicyDocument))]
internal sealed partial class PolicyJsonContext : JsonSerializerContext
{
    /// <summary>With the form that all reports have.</summary>
    public static PolicyJsonContext Readable { get; } = new(ReportJson.Options());

    /// <summary>Without white space.</summary>
    public static PolicyJsonContext Compact { get; } = new(new System.Text.Json.JsonSerializerOptions());
}
