using System.Text.Json;
using Spoor.Audit.Policies;
using Spoor.Audit.Policies.Iam;
using Spoor.Engine.Sessions;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Policies;

/// <summary>Records of one role, in the forms that AWS's documents show, and the report on them.</summary>
internal sealed class PolicyLogs : IDisposable
{
    public const string Role = "arn:aws:iam::111122223333:role/service-role/App";
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _records = [];

    public void Dispose() => _folder.Dispose();

    /// <summary>Adds a call of the role.</summary>
    /// <param name="call"><c>s3.amazonaws.com GetObject</c>.</param>
    /// <param name="request">JSON of requestParameters.</param>
    /// <param name="error">Error code.</param>
    /// <param name="more">Further members, each with a comma behind it.</param>
    /// <param name="role">Another role.</param>
    public PolicyLogs Add(string call, string request = "null", string? error = null, string more = "", string role = Role)
    {
        var (source, name) = (call.Split(' ')[0], call.Split(' ')[1]);
        _records.Add($$$$"""
            {"eventID":"e{{{{_records.Count + 1}}}}","eventTime":"2025-03-03T09:00:{{{{_records.Count:00}}}}Z","eventSource":"{{{{source}}}}","eventName":"{{{{name}}}}","awsRegion":"eu-west-1",{{{{more}}}}
             "userIdentity":{"type":"AssumedRole","accessKeyId":"ASIA1","sessionContext":{"sessionIssuer":{"type":"Role","arn":"{{{{role}}}}","accountId":"{{{{role.Split(':')[4]}}}}","userName":"{{{{role[(role.LastIndexOf('/') + 1)..]}}}}"}}},
             {{{{(error is null ? "" : $"\"errorCode\":\"{error}\",")}}}}"requestParameters":{{{{request}}}},"eventType":"AwsApiCall"}
            """);
        return this;
    }

    public PolicyLogs AddRaw(string record)
    {
        _records.Add(record);
        return this;
    }

    public Task<PolicyReport> ReportAsync(string role = Role, string? current = null)
    {
        _folder.Write("records.json", $$"""{"Records":[{{string.Join(',', _records)}}]}""");
        var request = new PolicyRequest(_folder.Path, role) { Current = current is null ? null : CurrentPolicyFile.Parse(current, "current.json") };
        return PolicyAudit.RunAsync(request, new EngineOptions(), TestContext.Current.CancellationToken);
    }

    /// <summary>Statements as <c>ACTIONS on RESOURCES</c>.</summary>
    public static IEnumerable<string> Statements(PolicyReport report) =>
        report.Policy.Statement.Select(statement => $"{string.Join(' ', statement.Action)} on {string.Join(' ', statement.Resource)}");

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
