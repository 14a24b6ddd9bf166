using System.Text;
using System.Text.Json;
using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Cognito.Writers;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

public sealed class ReportFormTests
{
    private const string Pool = "us-east-1:14deebd0-19f8-4295-a55e-8b36e60b4926";
    private const string Identity = "us-east-1:f33550b0-d103-4ff1-9319-1745fea988da";
    private const string Role = "arn:aws:iam::111122223333:role/ShopGuestRole";

    [Fact]
    public async Task The_table_form_reads_like_this()
    {
        var output = new StringWriter { NewLine = "\n" };
        await CognitoReportText.WriteAsync(Report("s3.amazonaws.com") with { Uses = [Use("app/1")] }, output, TestContext.Current.CancellationToken);
        Assert.Equal(
            """
            Cognito identity pools in logs
            window: all there is
            all records read: 2025-03-03 00:00 to 2025-03-08 00:01 UTC
            records used: 2025-03-03 00:02 to 2025-03-07 23:59 UTC
            only role ShopGuestRole

            Role ShopGuestRole was used by 1 guest at 2025-03-03 01:00 UTC: 0 keys were handed out and 1 call
            was made, over 4,055 records of 10 objects (2025-03-03 00:00 to 2025-03-08 00:01 UTC).
            The rules found nothing in what could be seen.
            Not seen: 1 pool's own records (its data events are off) and 2 objects that were left out; what was
            not recorded cannot be told from what was not done.

            POOLS (1) ──────────────────────────────────────────────────────────────────────────────────────────
            pool us-east-1:14deebd0-19f8-4295-a55e-8b36e60b4926  account 111122223333  no data events
              enhanced flow: 2 keys issued, 1 not seen in use, 1 refused
              1,200 calls, 3 failed
              identities: 0 signed in, 1 guest, 0 unknown
              role arn:aws:iam::111122223333:role/ShopGuestRole

            FINDINGS (0) ───────────────────────────────────────────────────────────────────────────────────────
            none

            ROLES AND WHAT WAS CALLED WITH THEM ────────────────────────────────────────────────────────────────
            role arn:aws:iam::111122223333:role/ShopGuestRole
              1,200 calls, 3 failed, pool us-east-1:14deebd0-19f8-4295-a55e-8b36e60b4926
              SERVICE  ACTION     CALLS  ERRORS  FIRST        LAST
              s3       GetObject  1,200       3  03-03 01:00  03-04 02:00

            IDENTITIES (1) ─────────────────────────────────────────────────────────────────────────────────────
              IDENTITY                                        ACCESS  ISSUED  CALLS  LAST
              us-east-1:f33550b0-d103-4ff1-9319-1745fea988da  guest        2  1,200  03-04 02:00

            ADDRESSES (1) ──────────────────────────────────────────────────────────────────────────────────────
              ADDRESS    ISSUED  CALLS  PROGRAM
              192.0.2.7       2  1,200  app/1

            WHAT COULD NOT BE SEEN ─────────────────────────────────────────────────────────────────────────────
            - Pool us-east-1:14deebd0-19f8-4295-a55e-8b36e60b4926 has no data events: GetId,
              GetCredentialsForIdentity and GetOpenIdToken were not recorded, so only STS and the calls tell of
              it.

            WHAT WAS READ ──────────────────────────────────────────────────────────────────────────────────────
            12 objects: 10 read, 2 left out, 0 failed; 1.2 MB, 9.8 MB decompressed
            4,055 records: 4,055 in the window, 4,000 of them used, 51 of these repeated; 0.25 s

            """,
            output.ToString());
    }

    [Fact]
    public async Task No_line_is_wider_than_a_hundred_columns_or_can_move_the_cursor()
    {
        var output = new StringWriter();
        await CognitoReportText.WriteAsync(Report("s3\u001B[2J\u202e" + new string('x', 300)), output, TestContext.Current.CancellationToken);
        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 100));
        Assert.DoesNotContain(output.ToString(), character => char.IsControl(character) && character is not ('\n' or '\r'));
        Assert.Contains("s3\\u001B[2J", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_form_names_its_members_as_documented()
    {
        var output = new MemoryStream();
        await CognitoReportJson.WriteAsync(Report("s3.amazonaws.com"), output, TestContext.Current.CancellationToken);
        var json = JsonDocument.Parse(output.ToArray()).RootElement;
        Assert.Equal(2, json.GetProperty("schema_version").GetInt32());
        Assert.Equal("candidate", JsonDocument.Parse(await JsonAsync(Report("x") with { Roles = [new RoleReport(Role, Certainty.Candidate, [], [], 0, 1, 1, 0, [], null, null, [])] })).RootElement.GetProperty("roles")[0].GetProperty("certainty").GetString());
        Assert.Equal("guest", json.GetProperty("identities")[0].GetProperty("access").GetString());
        Assert.Equal(
            ["pool", "certainty", "account", "has_data_events", "flows", "issues", "failed_issues", "unused_issues", "calls", "errors", "chained_calls", "candidate_calls", "guests", "signed_in", "unknown", "providers", "roles", "sources", "first_time", "last_time", "event_ids"],
            json.GetProperty("pools")[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(["enhanced"], json.GetProperty("pools")[0].GetProperty("flows").EnumerateArray().Select(flow => flow.GetString()));
        Assert.Equal((byte)'\n', output.ToArray()[^1]);
    }

    [Fact]
    public async Task Every_member_of_the_JSON_form_is_documented()
    {
        var documented = await File.ReadAllTextAsync(Path.Combine(Spoor.Testing.Repository.Root, "docs", "audit.md"), TestContext.Current.CancellationToken);
        var json = JsonDocument.Parse(await JsonAsync(Report("s3.amazonaws.com"))).RootElement;
        var members = json.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().SelectMany(item => item.EnumerateObject()).Select(item => item.Name).Prepend(member.Name) : [member.Name]);
        Assert.All(members, name => Assert.Contains($"`{name}", documented, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cell_of_CSV_is_no_formula_and_ends_where_it_ends()
    {
        var output = new StringWriter();
        var report = Report("x") with { Uses = [Use("=HYPERLINK(\"http://evil\"),\n")] };
        await CognitoReportCsv.WriteAsync(report, output, TestContext.Current.CancellationToken);
        var lines = output.ToString().Split("\r\n");
        Assert.Equal(
            [
                "kind,time,event_id,certainty,via,pool,identity,access,account,region,role,session_name,access_key_id,service,action,source_ip,user_agent,error_code,rule_id,severity,detail",
                $"call,2025-03-03T01:00:00Z,u1,proved,key,{Pool},{Identity},guest,111122223333,us-east-1,{Role},web,ASIAEXAMPLE,s3.amazonaws.com,GetObject,192.0.2.7,\"'=HYPERLINK(\"\"http://evil\"\"),\\n\",,,,",
            ],
            lines[..2]);
        Assert.StartsWith("limit,,,,", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData(" =1")]
    [InlineData("＝1")]
    public async Task What_a_spreadsheet_would_compute_begins_with_an_apostrophe(string userAgent)
    {
        var output = new StringWriter();
        await CognitoReportCsv.WriteAsync(Report("x") with { Uses = [Use(userAgent)] }, output, TestContext.Current.CancellationToken);
        Assert.Contains($",192.0.2.7,'{userAgent},", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_out_of_logs_is_neither_link_nor_image_nor_HTML_in_Markdown()
    {
        var output = new StringWriter();
        await CognitoReportMarkdown.WriteAsync(Report("<b>|![x](http://evil) www.evil.com"), output, TestContext.Current.CancellationToken);
        Assert.Contains(
            @"| `arn:aws:iam::111122223333:role/ShopGuestRole` | proved | \<b\>\|\!\[x\](http\://evil) www\.evil.com | GetObject | 1,200 | 3 | 2025-03-03 01:00 | 2025-03-04 02:00 |",
            output.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_out_of_logs_is_no_element_in_HTML()
    {
        var output = new StringWriter();
        await CognitoReportHtml.WriteAsync(Report("</script><script>alert(1)</script>") with { Uses = [Use("<script>alert(2)</script>")] }, output, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>alert", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("<td class=\"wide\">&lt;script&gt;alert(2)&lt;/script&gt;</td>", output.ToString(), StringComparison.Ordinal);
    }

    private static UseEvent Use(string userAgent) => new(
        "u1", "2025-03-03T01:00:00Z", "key", Certainty.Proved, 0, Pool, Identity, "guest", "111122223333", "111122223333", "us-east-1", Role, Role, "web", "ASIAEXAMPLE", "i1", "s3.amazonaws.com",
        "GetObject", true, "192.0.2.7", userAgent, null, null);

    private static async Task<byte[]> JsonAsync(CognitoAuditReport report)
    {
        var output = new MemoryStream();
        await CognitoReportJson.WriteAsync(report, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    private static CognitoAuditReport Report(string service) => new(
        new AuditScope("logs", null, "ShopGuestRole", null, null, 12),
        new AuditTotals(12, 2, 10, 0, 1_234_567, 9_800_000, 4055, 0, 4055, "2025-03-03T00:00:30Z", "2025-03-08T00:01:02Z", 4000, 51, 1, 2, 0, "2025-03-03T00:02:00Z", "2025-03-07T23:59:57Z", "2025-03-03", "2025-03-07", 0.254),
        [new PoolReport(Pool, Certainty.Proved, "111122223333", false, ["enhanced"], 2, 1, 1, 1200, 3, 0, 0, 1, 0, 0, [], [Role], [new SourceReport("192.0.2.7", ["app/1"], 2, 1200, null, null)], "2025-03-03T00:02:00Z", "2025-03-04T02:00:00Z", ["e1"])],
        [new RoleReport(Role, Certainty.Proved, [Pool], [Identity], 2, 1200, 1197, 3, [service], "2025-03-03T01:00:00Z", "2025-03-04T02:00:00Z", [new ActionReport(service, "GetObject", 1200, 1197, 3, "2025-03-03T01:00:00Z", "2025-03-04T02:00:00Z")])],
        [new IdentityReport(Identity, Certainty.Proved, Pool, IdentityAccess.Guest, [], [], [Role], [], 2, 1200, "2025-03-03T01:00:00Z", "2025-03-04T02:00:00Z", [])],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [new AuditLimit("no_pool_data_events", 1, $"Pool {Pool} has no data events: GetId, GetCredentialsForIdentity and GetOpenIdToken were not recorded, so only STS and the calls tell of it.", [])]);
}
