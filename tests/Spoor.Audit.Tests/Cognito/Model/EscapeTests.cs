using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.Audit.Tests.Findings;
using Spoor.Testing;
using Xunit;
using static Spoor.Audit.Tests.Findings.Story;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>JSON may write any character of a text or name as an escape; nothing is lost by it.</summary>
public sealed class EscapeTests
{
    [Fact]
    public async Task However_a_writer_escapes_the_report_is_the_same()
    {
        var story = Everything();
        var expected = await ReportAsync(story.Log);
        Assert.Contains("\"role_and_session_name\"", expected, StringComparison.Ordinal);
        await Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 100]).SampleAsync(
            async (seed, percent) =>
            {
                Assert.Equal(expected, await ReportAsync(Escaped(story.Log, new Random(seed), percent)));
                return true;
            },
            iter: 10,
            threads: 1);
    }

    [Theory]
    [InlineData("webIdFederationData")]
    [InlineData("federatedProvider")]
    [InlineData("cognito-identity")]
    [InlineData("sessionContext")]
    public async Task One_escaped_character_hides_no_call(string text)
    {
        // A call for each place of the escape, so that one audit tells them all.
        var calls = Enumerable.Range(0, text.Length).Select(place => new Story().Use($"u{place}", "09:00:00", "ASIA1", "s3", "GetObject", identity: Ann).Log).ToList();
        var escaped = calls.Select((log, place) =>
            log.Replace(text, string.Create(CultureInfo.InvariantCulture, $"{text[..place]}\\u{(int)text[place]:x4}{text[(place + 1)..]}"), StringComparison.Ordinal)).ToList();
        Assert.All(calls.Zip(escaped), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(await ReportAsync([.. calls]), await ReportAsync([.. escaped]));
    }

    [Fact]
    public async Task Secrets_under_escaped_names_are_masked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("records.json", new Story().Enhanced("i", "09:00:00", "ASIA1").Log.Replace("sessionToken", "session\\u0054oken", StringComparison.Ordinal));
        await using var session = await AuditSession.OpenAsync(new CognitoAuditRequest(folder.Path), new Spoor.Engine.Sessions.EngineOptions(), TestContext.Current.CancellationToken);
        await session.BuildAsync();
        var answers = await session.TextsAsync($"SELECT response FROM pool_events");
        Assert.Equal(2, answers.Count);
        Assert.All(answers, answer => Assert.DoesNotContain("\"secret\"", answer, StringComparison.Ordinal));
    }

    private static Story Everything() => new Story()
        .SetRoles("c", "08:00:00").GetId("g", "08:59:00", Ann, guest: false).Token("t", "08:59:58", Bob)
        .Enhanced("i", "09:00:00", "ASIA1", expiration: "Mar 3, 2025 10:00:00 AM").Basic("b", "09:00:00", "ASIA2", identity: Bob)
        .Use("u1", "09:01:00", "ASIA1", "s3", "GetObject", sub: "3d7c1a2b-0000-4000-8000-000000000001", identity: Ann)
        .Use("u2", "09:02:00", "ASIA2", "dynamodb", "GetItem", created: "09:00:00")
        .Use("u3", "09:03:00", "ASIA7", "dynamodb", "GetItem", identity: Cid, guest: true, role: GuestRole)
        .Use("u4", "09:03:30", "ASIA7", "dynamodb", "GetItem", role: GuestRole)
        .Use(
            "a", "09:04:00", "ASIA1", "sts", "AssumeRole", identity: Ann, request: new() { ["roleArn"] = "arn:aws:iam::444455556666:role/Deploy" },
            response: new() { ["credentials"] = new JsonObject { ["accessKeyId"] = "ASIA3", ["sessionToken"] = "secret" } })
        .Use("u5", "09:05:00", "ASIA3", "s3", "ListBuckets", role: "arn:aws:iam::444455556666:role/Deploy", created: "09:04:00")
        .Use("u6", "09:06:00", "ASIA8", "s3", "ListBuckets").But(record =>
        {
            var user = record["userIdentity"]!; // Every call has a caller.
            (user["principalId"], user["arn"]) = ("AROAEXAMPLE:CognitoIdentityCredentials", "arn:aws:sts::111122223333:assumed-role/AppUser/CognitoIdentityCredentials");
        })
        .UserPool("p", "08:58:00", "InitiateAuth", "3d7c1a2b-0000-4000-8000-000000000001");

    private static async Task<string> ReportAsync(params string[] logs)
    {
        using var folder = new TemporaryFolder();
        for (var number = 0; number < logs.Length; number++)
        {
            folder.Write($"records{number}.json", logs[number]);
        }

        return await ReportText.OfAsync(await Truth.AuditAsync(new CognitoAuditRequest(folder.Path)));
    }

    /// <summary>The log with some of the printable characters of its texts and names escaped, but for the name of the list itself.</summary>
    private static string Escaped(string log, Random random, int percent)
    {
        var escaped = new StringBuilder();
        var isInText = false;
        var start = log.IndexOf('[', StringComparison.Ordinal);
        for (var i = 0; i < log.Length; i++)
        {
            if (log[i] == '\\')
            {
                escaped.Append(log, i, log[i + 1] == 'u' ? 6 : 2);
                i += log[i + 1] == 'u' ? 5 : 1;
                continue;
            }

            isInText ^= log[i] == '"';
            escaped.Append(isInText && i > start && log[i] != '"' && random.Next(100) < percent
                ? $"\\u{((int)log[i]).ToString(random.Next(2) == 0 ? "x4" : "X4", CultureInfo.InvariantCulture)}"
                : log[i].ToString());
        }

        return escaped.ToString();
    }
}
