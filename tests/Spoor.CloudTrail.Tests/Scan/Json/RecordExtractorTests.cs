using System.Text;
using CsCheck;
using Spoor.CloudTrail.Scan.Json;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Json;

public class RecordExtractorTests
{
    private static readonly string[][] s_paths = [["eventname"], ["eventtime"], ["useridentity"], ["useridentity", "arn"], ["useridentity", "type"], ["id"]];

    private static readonly string[] s_members =
    [
        "\"eventName\":\"a\"", "\"eventTime\":\"b\"", "\"id\":1", "\"EVENTNAME\":\"c\"", "\"event\\u004eame\":\"d\"", "\"eventName\" :\"e\"", "\"eventName\": \"f\"", " \"eventTime\":null",
        "\"eventType\":\"g\"", "\"other\":{\"eventName\":\"h\"}", "\"userIdentity\":{\"type\":\"i\",\"arn\":\"j\"}", "\"userIdentity\":{\"arn\":\"k\",\"x\":[1],\"type\":\"l\"}", "\"userIdentity\":{}",
        "\"userIdentity\":null", "\"\":\"m\"", "\"eventName\":\"\\\"n\"", "\"eventName\"", "\"id\":", ",",
    ];

    /// <summary>What the members of earlier records taught must not show: each record is read again by a tree that has seen none.</summary>
    [Fact]
    public void Members_are_found_whatever_the_records_before_had() =>
        Gen.Int[0, s_members.Length - 1].Select(member => s_members[member]).Array[0, 8].Array[1, 12].Sample(
            records =>
            {
                var tree = PathNode.Compile(s_paths, NameMatching.Default);
                foreach (var members in records)
                {
                    var json = $"{{{string.Join(',', members)}}}";
                    Assert.Equal(Read(json, PathNode.Compile(s_paths, NameMatching.Default)), Read(json, tree));
                }
            },
            iter: 3_000);

    [Fact]
    public void Last_of_several_members_of_one_name_counts_in_the_second_record_too()
    {
        var tree = PathNode.Compile(s_paths, NameMatching.Default);
        const string Json = """{"eventName":"a","id":1,"eventName":"b"}""";

        Assert.Contains("String:b", Read(Json, tree), StringComparison.Ordinal);
        Assert.Contains("String:b", Read(Json, tree), StringComparison.Ordinal);
        Assert.DoesNotContain("String:a", Read(Json, tree), StringComparison.Ordinal);
    }

    [Fact]
    public void Object_behind_a_value_is_malformed_whatever_is_wanted()
    {
        foreach (var rest in new[] { "", new string(' ', 100) })
        {
            Assert.StartsWith("False Malformed", Read("""{"a":"b"{"c":"d"}""" + rest, PathNode.Compile(s_paths, NameMatching.Default)), StringComparison.Ordinal);
            Assert.StartsWith("False Malformed", Read("""{"x":{"a":"b"{"c":"d"}}""" + rest, PathNode.Compile(s_paths, NameMatching.Default)), StringComparison.Ordinal);
            Assert.StartsWith("False Malformed", Read("""{"eventName":"b"{"eventTime":"d"}""" + rest, Taught()), StringComparison.Ordinal);
        }

        static PathNode Taught()
        {
            var tree = PathNode.Compile(s_paths, NameMatching.Default);
            Read("""{"eventName":"b","eventTime":"d"}""", tree);
            return tree;
        }
    }

    // The outcome, and of every slot the value.
    private static string Read(string json, PathNode tree)
    {
        var data = Encoding.UTF8.GetBytes(json);
        var walker = new JsonWalker(data, 0, isFinal: true);
        var slots = new ValueSlot[tree.SlotEnd];
        var outcome = new StringBuilder($"{RecordExtractor.Read(ref walker, tree, slots, 0)} {walker.Status} {walker.Position}");
        foreach (var slot in walker.Status == WalkStatus.Ok ? slots : [])
        {
            var value = slot.In(data);
            outcome.Append(System.Globalization.CultureInfo.InvariantCulture, $" {value.Kind}:{Encoding.UTF8.GetString(value.Text)} {value.HasEscapes} {value.HasWhiteSpace}");
        }

        return outcome.ToString();
    }
}
