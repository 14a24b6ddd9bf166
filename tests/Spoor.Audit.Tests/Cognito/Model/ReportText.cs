using System.Text;
using System.Text.Json.Nodes;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Cognito.Writers;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>Reports as text that two audits of the same records share: all members but those that tell how they were read.</summary>
internal static class ReportText
{
    private static readonly string[] s_ofReading = ["seconds", "bytes_read", "bytes_decompressed"];

    public static async Task<string> OfAsync(CognitoAuditReport report)
    {
        using var stream = new MemoryStream();
        await CognitoReportJson.WriteAsync(report, stream, Xunit.TestContext.Current.CancellationToken);
        var json = JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))!.AsObject(); // A report is an object.
        var totals = json["totals"]!.AsObject(); // So are its totals.
        foreach (var member in s_ofReading)
        {
            totals.Remove(member);
        }

        json["scope"]!.AsObject().Remove("logs"); // And what was asked.
        return json.ToJsonString(new() { WriteIndented = true });
    }
}
