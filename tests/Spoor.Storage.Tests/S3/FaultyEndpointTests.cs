using System.Diagnostics;
using System.Text.RegularExpressions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;
using Spoor.Storage.S3;
using Spoor.Testing;
using Xunit;

namespace Spoor.Storage.Tests.S3;

/// <summary>Every fault of an endpoint ends in all bytes of all objects or in an error that says what is wrong, and soon.</summary>
public sealed partial class FaultyEndpointTests
{
    private const string Right = "right";
    private const string NoListing = "The server did not answer with a listing but with ";
    private const string GivenUp = "Given up, as less than # bytes a second came for # seconds ";
    private const string InTime = "the last one failed: The server did not answer in time)";

    private const int Attempts = 4;

    // Numbers are written # and keys KEY.
    private static readonly Dictionary<string, string> s_expected = new(StringComparer.Ordinal)
    {
        ["list-html"] = NoListing + "'<!DOCTYPE html><html><p>Please sign in<br></html>' (text/html)",
        ["list-html-well-formed"] = NoListing + "'<html> <body>Please?[#m sign in</body></html>' (text/html)",
        ["list-empty"] = NoListing + "nothing",
        ["list-no-content"] = NoListing + "nothing",
        ["list-json"] = NoListing + "'{\"objects\":[]}' (application/json)",
        ["list-other-root"] = NoListing + "'<?xml version=\"#\" encoding=\"UTF-#\"?><ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>' (application/xml)",
        ["list-entities"] = NoListing + "'<?xml version=\"#\" encoding=\"UTF-#\"?><!DOCTYPE x [<!ENTITY e# \"lol\"><!ENTITY e# \"&e#;&e#;&e#;&e#;&e...' (application/xml)",
        ["list-external-entity"] = NoListing + "'<?xml version=\"#\" encoding=\"UTF-#\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><ListB...' (application/xml)",
        ["list-cut"] = NoListing + "'<ListBucketResult xmlns=\"http://s#.amazonaws.com/doc/#-#-#/\"><Name>trail</Name><IsTruncated>fal...' (application/xml), which breaks off or is malformed in line #",
        ["list-huge"] = "The server sent a listing page of more than # bytes",
        ["list-error-in-200"] = "We encountered an internal error",
        ["list-error-in-200-once"] = Right,
        ["list-without-truncated"] = "The server's listing does not say whether it is complete",
        ["list-without-token"] = "The server did not say where its listing goes on",
        ["list-repeated-token"] = "The server gave the same continuation token twice: 't'",
        ["list-token-cycle"] = "The server listed 'KEY' after 'KEY': it repeats itself, or keeps no order",
        ["list-same-page"] = "The server listed 'KEY' after 'KEY': it repeats itself, or keeps no order",
        ["list-overlap"] = "The server listed 'KEY' twice",
        ["list-repeated-key"] = "The server listed 'KEY' twice",
        ["list-unordered"] = "The server listed 'KEY' after 'KEY': it repeats itself, or keeps no order",
        ["list-endless-empty"] = "The server sent # empty pages one after another and says that there are more",
        ["list-some-empty"] = Right,
        ["list-outside"] = "The server listed 'other/log.json.gz', which does not begin with what was asked for",
        ["list-empty-key"] = "The server listed an object without a name",
        ["list-no-size"] = "The server listed 'KEY' without a length",
        ["list-negative-size"] = "The server listed 'KEY' without a length",
        ["list-403"] = "Permission denied on S# path: s#://trail/AWSLogs/",
        ["list-no-bucket"] = "The specified bucket does not exist: trail",
        ["list-503"] = "Please reduce your request rate",
        ["list-503-once"] = Right,
        ["list-301"] = "The bucket you are attempting to access must be addressed using the specified endpoint",
        ["list-302"] = "The server redirects to another address, as sign-in pages do",
        ["list-skewed"] = "The difference between the request time and the current time is too large",
        ["list-no-answer"] = GivenUp + "(nothing came so far; try #, " + InTime,
        ["list-no-answer-once"] = Right,
        ["list-stall-head"] = GivenUp + "(nothing came so far; try #, " + InTime,
        ["list-stall-body"] = GivenUp + "(# bytes so far; try #, " + InTime,
        ["list-trickle"] = GivenUp + "(# bytes so far)",
        ["list-reset-once"] = Right,
        ["sound"] = Right,
        ["weak-etag"] = Right,
        ["chunked"] = Right,
        ["etag-ignored"] = "The object changed after it was listed: its ETag is \"ETAG\" and was \"ETAG\"",
        ["no-etag"] = "The server did not answer with an object: its answer (application/x-gzip) has no ETag",
        ["changed"] = "The object changed after it was listed",
        ["html"] = "The server did not answer with an object: its answer (text/html; charset=utf-#) has no ETag",
        ["error-in-200"] = "The server did not answer with an object: its answer (application/xml) has no ETag",
        ["empty-200"] = "The transfer ended before the object did",
        ["short-length"] = "The object was listed with # bytes and has #",
        ["long-length"] = "The object was listed with # bytes and has #",
        ["closed-early"] = "The response ended prematurely, with at least # additional bytes expected. (ResponseEnded)",
        ["closed-early-once"] = Right,
        ["endless"] = "The server sent more than the object holds",
        ["range-ignored-at-first"] = Right,
        ["range-ignored-later"] = "The server sent the whole object where its rest was asked for",
        ["range-shifted"] = "The server sent other bytes than asked for: 'bytes #-#/#' where they begin at #",
        ["range-without-place"] = "The server sent other bytes than asked for: '' where they begin at #",
        ["range-part"] = "The server sent a part of what was asked for: 'bytes #-#/#'",
        ["range-other-total"] = "The object was listed with # bytes and has #",
        ["range-other-length"] = "The server sent # bytes and called them 'bytes #-#/#'",
        ["reset-before-head"] = "The response ended prematurely. (ResponseEnded)",
        ["reset-before-head-once"] = Right,
        ["reset-in-body"] = Right,
        ["reset-after-a-byte"] = "The response ended prematurely, with at least # additional bytes expected. (ResponseEnded)",
        ["no-answer"] = GivenUp + "(nothing came so far; try #, " + InTime,
        ["no-answer-once"] = Right,
        ["stall-head"] = GivenUp + "(nothing came so far; try #, " + InTime,
        ["stall-body"] = GivenUp + "(# of # bytes so far; try #, " + InTime,
        ["stall-body-once"] = Right,
        ["trickle"] = GivenUp + "(# of # bytes so far)",
        ["503"] = "Please reduce your request rate",
        ["503-twice"] = Right,
        ["500"] = "We encountered an internal error",
        ["500-once"] = Right,
        ["403"] = "Access Denied",
        ["404"] = "The specified key does not exist",
        ["one-404"] = "The specified key does not exist",
        ["301"] = "The bucket you are attempting to access must be addressed using the specified endpoint",
        ["302"] = "The server redirects to another address, as sign-in pages do",
        ["307"] = "The server redirects to another address",
        ["404-page"] = "The specified key does not exist",
        ["skewed"] = "The difference between the request time and the current time is too large",
        ["expired"] = "The provided token has expired",
    };

    // What a busy machine may take for what has no time-out in it.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Modes => [.. FaultyS3Server.Modes];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Fault_ends_in_all_objects_or_in_an_error_that_names_it(string mode)
    {
        await using var server = new FaultyS3Server(mode, trickle: TimeSpan.FromMilliseconds(20));
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(s_expected[mode], await OutcomeAsync(server, LimitsOf(mode)));

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, s_soon);
    }

    [Fact]
    public async Task Tries_that_bring_a_byte_each_are_counted_for_the_object()
    {
        await using var server = new FaultyS3Server("reset-after-a-byte", TimeSpan.Zero);

        await OutcomeAsync(server, LimitsOf("reset-after-a-byte"));

        // One request lists.
        Assert.InRange(server.Requests.Count, 2, 1 + Attempts);
    }

    [Fact]
    public async Task Endpoint_without_order_is_read_where_that_is_known()
    {
        await using var unordered = new FaultyS3Server("list-unordered", TimeSpan.Zero);
        await using var repeating = new FaultyS3Server("list-overlap", TimeSpan.Zero);

        Assert.Equal(Right, await OutcomeAsync(unordered, new S3Limits(), isUnordered: true));
        Assert.Equal("The server listed 'KEY' twice", await OutcomeAsync(repeating, new S3Limits(), isUnordered: true));
    }

    /// <summary>Serves a mode to other programs until it is stopped; <c>bench/results/2026-11-faults.md</c> says how.</summary>
    [Fact(Explicit = true)]
    public async Task Serve()
    {
        await using var server = new FaultyS3Server(Environment.GetEnvironmentVariable("SPOOR_FAULT") ?? "sound", trickle: TimeSpan.FromSeconds(1), port: 9009);
        await Task.Delay(Timeout.Infinite, Token);
    }

    // Time ends only the modes that are about it.
    private static S3Limits LimitsOf(string mode) =>
        s_expected[mode].StartsWith(GivenUp, StringComparison.Ordinal) ? new S3Limits { Silence = TimeSpan.FromMilliseconds(400), GiveUp = TimeSpan.FromMilliseconds(1200) }
        : mode.EndsWith("-once", StringComparison.Ordinal) ? new S3Limits { Silence = TimeSpan.FromSeconds(1) }
        : new S3Limits();

    private static async Task<string> OutcomeAsync(FaultyS3Server server, S3Limits limits, bool isUnordered = false)
    {
        var settings = new S3Settings { EndpointUrl = server.Url, NoSignRequest = true, Unordered = isUnordered };
        var store = new S3ObjectStore(settings, new S3Retry(TimeSpan.FromMilliseconds(1), Attempts), new S3Waits(limits, tell: null, TimeProvider.System));
        try
        {
            var found = await ReadAllAsync(store);
            Assert.Equal(server.Objects.Keys, found.Keys);
            Assert.All(found, pair => Assert.Equal(server.Objects[pair.Key], pair.Value));
            return Right;
        }
        catch (QueryException error)
        {
            Assert.NotNull(error.Hint);
            return Number().Replace(Hash().Replace(Key().Replace(Place().Replace(error.Message, ""), "KEY"), "ETAG"), "#");
        }
    }

    private static async Task<SortedDictionary<string, byte[]>> ReadAllAsync(S3ObjectStore store)
    {
        var found = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var page in store.ListAsync(new ObjectName(FaultyS3Server.Bucket, "AWSLogs/"), Token))
        {
            foreach (var entry in page)
            {
                using var content = new MemoryStream();
                await using var stream = (await store.OpenReadAsync(entry, Token)).Stream;
                await stream.CopyToAsync(content, Token);
                found.Add(entry.Name.Key, content.ToArray());
            }
        }

        return found;
    }

    [GeneratedRegex(@"^(Failed to list s3://trail/AWSLogs/|Error opening Hive split s3://trail/AWSLogs/[\w/.-]+\.json\.gz \(offset=\d+, length=\d+\)): ")]
    private static partial Regex Place();

    [GeneratedRegex(@"AWSLogs/[\w/.-]+\.json\.gz")]
    private static partial Regex Key();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Number();
}
