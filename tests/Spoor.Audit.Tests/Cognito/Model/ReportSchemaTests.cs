using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Cognito.Writers;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Reports hold what docs/audit-report.schema.json promises, and nothing that it does not name.</summary>
public sealed class ReportSchemaTests(SampleReport sample) : IClassFixture<SampleReport>
{
    private static readonly Task<JsonSchema> s_schema = ReadSchemaAsync();

    [Fact]
    public async Task The_report_on_the_sample_is_valid() => Assert.Empty(await ErrorsAsync(await JsonAsync(sample.Report)));

    [Fact]
    public async Task The_report_on_published_records_is_valid() =>
        Assert.Empty(await ErrorsAsync(await JsonAsync(await Truth.AuditAsync(new CognitoAuditRequest(SharedFolder.Require("data/published"))))));

    [Fact]
    public async Task The_sample_fills_every_list() =>
        Assert.All(JsonNode.Parse(await JsonAsync(sample.Report))!.AsObject().Where(member => member.Value is JsonArray), member => Assert.NotEmpty(member.Value!.AsArray()));

    [Theory]
    [InlineData("pools", "pool", null)]
    [InlineData("uses", "via", "\"guess\"")]
    [InlineData("issues", "calls", "\"1\"")]
    [InlineData("sessions", "surprise", "1")]
    public async Task A_report_with_another_shape_is_not(string list, string member, string? value)
    {
        var report = JsonNode.Parse(await JsonAsync(sample.Report))!;
        var item = report[list]![0]!.AsObject();
        if (value is null)
        {
            item.Remove(member);
        }
        else
        {
            item[member] = JsonNode.Parse(value);
        }

        Assert.NotEmpty(await ErrorsAsync(report.ToJsonString()));
    }

    /// <summary>NJsonSchema knows <c>$defs</c> by its older name. The schema's other keywords mean the same in all drafts.</summary>
    private static async Task<JsonSchema> ReadSchemaAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "audit-report.schema.json"));
        return await JsonSchema.FromJsonAsync(text.Replace("$defs", "definitions", StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> ErrorsAsync(string json) => (await s_schema).Validate(json).Select(error => error.ToString()).Take(5);

    private static async Task<string> JsonAsync(CognitoAuditReport report)
    {
        var output = new MemoryStream();
        await CognitoReportJson.WriteAsync(report, output, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
