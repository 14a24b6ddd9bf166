using System.Text;
using System.Text.Json;
using Spoor.Audit.Reports.Text;
using Spoor.Engine.Results.Writers;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Watching;

/// <summary>Writes sessions and findings as they come, as lines of JSON or for people.</summary>
/// <param name="output">Standard output.</param>
/// <param name="isJson">Lines of JSON; otherwise text.</param>
public sealed class WatchOutput(Stream output, bool isJson) : IWatchReceiver
{
    private const int Width = 100;

    /// <inheritdoc/>
    public string Name => "stdout";

    /// <inheritdoc/>
    public async Task DeliverAsync(IReadOnlyList<WatchLine> lines, CancellationToken cancellationToken)
    {
        var text = string.Concat(lines.SelectMany(line => isJson ? [line.Json] : Text(line)).Select(line => $"{line}\n"));
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None); // Not half of it.
        await output.FlushAsync(CancellationToken.None);
    }

    private static IEnumerable<string> Text(WatchLine line)
    {
        using var document = JsonDocument.Parse(line.Json);
        var members = document.RootElement;
        string? Member(string name) => members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (line.Type == WatchLine.Update)
        {
            return UpdateText(Member, Texts(members, "changed"), Texts(members, "new_event_ids"));
        }

        return line.Type == WatchLine.Session ? [SessionText(Member)] : [.. FindingText(Member, Texts(members, "event_ids"))];
    }

    private static string[] Texts(JsonElement members, string name) => [.. members.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? "")];

    private static string SessionText(Func<string, string?> member)
    {
        string?[] parts =
        [
            Minute(member("time")).PadRight(16), "session ", member("access_key_id"), member("role"), member("session_name") is { } name ? $"as {name}" : null,
            member("identity") ?? member("pool"), member("access") switch { "guest" => "(guest)", "authenticated" => "(signed in)", _ => null },
            member("source_ip") is { } source ? $"from {source}" : null, member("certainty") is "proved" or null ? null : member("certainty"),
            member("issue_event_id") is { } issue ? $"event {issue}" : null,
        ];
        return VisibleText.Of(string.Join("  ", parts.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static IEnumerable<string> FindingText(Func<string, string?> member, string[] events) =>
    [
        VisibleText.Of($"{Minute(member("last_time")),-16}  {(member("severity") ?? "").ToUpperInvariant(),-8}  {member("title")} ({member("rule_id")})"),
        .. TextTable.Wrap("    ", member("detail") ?? "", Width),
        .. ((string[])["subject", "identity", "pool", "role"]).Select(member).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => VisibleText.Of($"    {name}")),
        .. TextTable.Wrap("    events ", string.Join(", ", events), Width),
    ];

    private static IEnumerable<string> UpdateText(Func<string, string?> member, string[] changed, string[] events) =>
    [
        VisibleText.Of($"{Minute(member("last_time")),-16}  update    {member("title")} ({member("rule_id")}), {member("finding_id")}: {string.Join(", ", changed)}"),
        .. changed.Contains("detail") ? TextTable.Wrap("    ", member("detail") ?? "", Width) : [],
        .. ((string[])["subject", "identity", "pool"]).Select(member).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => VisibleText.Of($"    {name}")),
        .. events.Length > 0 ? TextTable.Wrap("    new events ", string.Join(", ", events), Width) : [],
    ];
}
