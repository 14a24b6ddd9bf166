using System.Text.Json.Nodes;
using Spoor.Audit.Cognito.Model;
using Xunit;
using static Spoor.Audit.Tests.Events.EventScene;

namespace Spoor.Audit.Tests.Events;

/// <summary>Addenda.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html"/>
public sealed class CorrectionTests : IDisposable
{
    private const string First = "11111111-aaaa-4aaa-8aaa-111111111111";
    private const string Second = "22222222-aaaa-4aaa-8aaa-222222222222";
    private const string Third = "33333333-aaaa-4aaa-8aaa-333333333333";

    private readonly EventScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_correction_replaces_its_original_wherever_both_stand(bool comesFirst)
    {
        _scene.Deliver(comesFirst ? "b" : "a", Issue(), Call(First));
        _scene.Deliver(comesFirst ? "a" : "b", Corrected(Call(Second), First, "198.51.100.3"), Corrected(Call(Second), First, "198.51.100.3"));
        var report = await _scene.AuditAsync();
        var use = Assert.Single(report.Uses);
        Assert.Equal((First, "198.51.100.3"), (use.EventId, use.SourceIp));
        Assert.Equal([First, Second], use.EventIds);
        Assert.Equal(1, Assert.Single(report.Sessions).Calls);
        Assert.Equal((1, 1), (report.Totals.RepeatedRecords, Assert.Single(report.Limits, limit => limit.Id == "corrected_records").Count));
        Assert.Equal(1, (await _scene.PolicyAsync()).Totals.Calls);
        foreach (var id in (string[])[First, Second])
        {
            Assert.Equal([First, Second], Assert.Single((await _scene.TraceAsync(id)).Timeline, entry => entry.IsMatched).EventIds);
        }
    }

    [Fact]
    public async Task The_last_correction_counts_whether_it_names_the_first_record_or_the_one_before()
    {
        _scene.Deliver("a", Issue(), Call(First));
        _scene.Deliver("b", Corrected(Call(Second), First, "198.51.100.3"));
        _scene.Deliver("c", Corrected(Call(Third), Second, "198.51.100.4"));
        var use = Assert.Single((await _scene.AuditAsync()).Uses);
        Assert.Equal((First, "198.51.100.4"), (use.EventId, use.SourceIp));
        Assert.Equal([First, Second, Third], use.EventIds);
    }

    [Fact]
    public async Task A_corrected_issue_is_one_issue_of_one_key()
    {
        _scene.Deliver("a", Issue(First), Call("call"));
        _scene.Deliver("b", Corrected(Issue(Second), First, "198.51.100.3"));
        var report = await _scene.AuditAsync();
        Assert.Equal([First, Second], Assert.Single(report.Issues).EventIds);
        Assert.Equal(1, Assert.Single(report.Sessions).Calls);
    }

    [Fact]
    public async Task Without_its_original_a_correction_is_the_record()
    {
        _scene.Deliver("a", Issue(), Corrected(Call(Second), First, "198.51.100.3"));
        var use = Assert.Single((await _scene.AuditAsync()).Uses);
        Assert.Equal([First, Second], use.EventIds);
    }

    [Fact]
    public async Task An_original_that_only_its_request_names_is_found()
    {
        _scene.Deliver("a", Issue(), Call(null, 5), Call("other", 6));
        var correction = Corrected(Call(Second, 5), "", "198.51.100.3");
        correction["addendum"]!["originalRequestID"] = "request 5";
        _scene.Deliver("b", correction);
        Assert.Equal(["192.0.2.9", "198.51.100.3"], (await _scene.AuditAsync()).Uses.Select(use => use.SourceIp).Order());
    }

    [Fact]
    public async Task Records_that_name_each_other_do_not_vanish()
    {
        _scene.Deliver("a", Issue(), Corrected(Call(First, 1), Second, "198.51.100.3"), Corrected(Call(Second, 1), First, "198.51.100.4"));
        Assert.NotEmpty((await _scene.AuditAsync()).Uses);
    }

    [Theory]
    [InlineData("DELIVERY_DELAY")]
    [InlineData("SERVICE_OUTAGE")]
    public async Task A_late_record_is_a_record(string reason)
    {
        var late = Call(Second);
        late["addendum"] = new JsonObject { ["reason"] = reason };
        late["addendum"]!["originalEventID"] = First; // Only UPDATED_DATA puts a record in another's place.
        _scene.Deliver("a", Issue(), Call(First), late);
        Assert.Equal(2, (await _scene.AuditAsync()).Uses.Count);
    }

    private static JsonObject Corrected(JsonObject record, string original, string sourceIp)
    {
        record["sourceIPAddress"] = sourceIp;
        record["addendum"] = new JsonObject { ["reason"] = "UPDATED_DATA", ["updatedFields"] = "sourceIPAddress", ["originalRequestID"] = "", ["originalEventID"] = original };
        return record;
    }
}
