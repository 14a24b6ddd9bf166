using System.Text.Json.Nodes;
using Spoor.Audit.Cognito.Model;
using Xunit;
using static Spoor.Audit.Tests.Events.EventScene;

namespace Spoor.Audit.Tests.Events;

/// <summary>Calls that are recorded in the accounts of caller and resource, under one sharedEventID.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/shared-event-ID.html"/>
public sealed class SharedCallTests : IDisposable
{
    private const string Shared = "99999999-bbbb-4bbb-8bbb-999999999999";

    private readonly EventScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_records_are_one_call_and_the_callers_own_counts(bool isFull)
    {
        _scene.Deliver("0", isFull ? Of("other", Call("theirs")) : Account("other", Call("theirs")));
        _scene.Deliver("1", Issue(), Of("111122223333", Call("own")));
        var report = await _scene.AuditAsync();
        var use = Assert.Single(report.Uses);
        Assert.Equal(("own", "111122223333"), (use.EventId, use.Account));
        Assert.Equal(["own", "theirs"], use.EventIds);
        Assert.Equal((1, 1), (Assert.Single(report.Sessions).Calls, Assert.Single(report.Limits, limit => limit.Id == "shared_records").Count));
        Assert.DoesNotContain(report.Limits, limit => limit.Id is "key_conflict" or "repeated_records");
        Assert.Equal(1, (await _scene.PolicyAsync()).Totals.Calls);
        Assert.Equal(["own", "theirs"], Assert.Single((await _scene.TraceAsync("theirs")).Timeline, entry => entry.IsMatched).EventIds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Alone_another_accounts_record_stands_for_the_call(bool isFull)
    {
        _scene.Deliver("0", Issue(), isFull ? Of("other", Call("theirs")) : Account("other", Call("theirs")));
        var report = await _scene.AuditAsync();
        Assert.Equal(("theirs", "key"), (Assert.Single(report.Uses).EventId, report.Uses[0].Via));
        Assert.DoesNotContain(report.Limits, limit => limit.Id == "key_conflict");
    }

    [Fact]
    public async Task Of_several_other_accounts_one_stands_for_the_call()
    {
        _scene.Deliver("0", Issue(), Of("other", Call("theirs")), Of("third", Call("another")));
        Assert.Equal(["another", "theirs"], Assert.Single((await _scene.AuditAsync()).Uses).EventIds.Order());
    }

    [Fact]
    public async Task Different_calls_never_become_one()
    {
        _scene.Deliver(
            "0", Issue(), Of("111122223333", Call("own")), Of("other", Call("name", action: "PutObject")), Of("other", Call("time", time: "09:03:00")), Of("other", Call("request", number: 4)),
            Of("111122223333", Call("same account", number: 5)));
        Assert.Equal(["name", "own", "request", "same account", "time"], (await _scene.AuditAsync()).Uses.Select(use => use.EventId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_correction_of_a_shared_call_counts_once()
    {
        var corrected = Of("111122223333", Call("corrected"));
        corrected["sourceIPAddress"] = "198.51.100.3";
        corrected["addendum"] = new JsonObject { ["reason"] = "UPDATED_DATA", ["originalEventID"] = "own" };
        _scene.Deliver("0", Issue(), Of("111122223333", Call("own")), Of("other", Call("theirs")), corrected);
        var use = Assert.Single((await _scene.AuditAsync()).Uses);
        Assert.Equal(("own", "198.51.100.3"), (use.EventId, use.SourceIp));
        Assert.Equal(["corrected", "own", "theirs"], use.EventIds.Order(StringComparer.Ordinal));
    }

    private static JsonObject Of(string account, JsonObject call)
    {
        call["recipientAccountId"] = account;
        call["sharedEventID"] = Shared;
        return call;
    }

    /// <summary>As the resource's account may get it: the caller is another account.</summary>
    private static JsonObject Account(string account, JsonObject call)
    {
        call["userIdentity"] = new JsonObject { ["type"] = "AWSAccount", ["principalId"] = "AROAX:phone", ["accountId"] = "111122223333", ["accessKeyId"] = Key };
        return Of(account, call);
    }
}
