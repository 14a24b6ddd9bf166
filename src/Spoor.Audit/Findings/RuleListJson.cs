using System.Text.Json;
using System.Text.Json.Serialization;
using Spoor.Audit.Reports.Json;

namespace Spoor.Audit.Findings;

/// <summary>Writes rules as JSON.</summary>
public static class RuleListJson
{
    /// <summary>Writes an object with the list <c>rules</c>.</summary>
    public static Task WriteAsync(IEnumerable<FindingRule> rules, Stream output, CancellationToken cancellationToken) =>
        ReportJson.WriteAsync(new RuleList([.. rules.OrderByDescending(rule => rule.Severity)]), RuleListJsonContext.Readable.RuleList, output, cancellationToken);
}

/// <summary>The list as an object, which can grow.</summary>
internal sealed record RuleList(IReadOnlyList<FindingRule> Rules);

/// <summary>The serializer, made at build time.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RuleList))]
internal sealed partial class RuleListJsonContext : JsonSerializerContext
{
    /// <summary>With the form that all reports have.</summary>
    public static RuleListJsonContext Readable { get; } = new(ReportJson.Options(new JsonStringEnumConverter<FindingSeverity>(JsonNamingPolicy.SnakeCaseLower)));
}
