using System.Text.Json;
using Spoor.Audit.Cognito;
using Spoor.Audit.Cognito.Model;
using Spoor.Engine.Sessions;
using Spoor.Testing;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>The ground truth of a sample, read as plain JSON.</summary>
internal sealed class Truth
{
    private readonly JsonElement _root;

    private Truth(string trail) => _root = JsonDocument.Parse(File.ReadAllText(Path.Combine(trail, "ground-truth.json"))).RootElement;

    public static string SampleFolder { get; } = Path.Combine(Repository.Root, "samples", "trail");

    public static Truth Of(string trail) => new(trail);

    public List<JsonElement> this[string member] => [.. _root.GetProperty(member).EnumerateArray()];

    public long Number(string member) => _root.GetProperty(member).GetInt64();

    public static Task<CognitoAuditReport> AuditAsync(CognitoAuditRequest request) =>
        CognitoAudit.RunAsync(request, new EngineOptions(), Xunit.TestContext.Current.CancellationToken);
}

internal static class TruthElements
{
    public static string? Text(this JsonElement element, string member) => element.GetProperty(member).GetString();

    public static long Number(this JsonElement element, string member) => element.GetProperty(member).GetInt64();

    public static bool IsProved(this JsonElement use) => use.Text("via") is "key" or "stated";
}
