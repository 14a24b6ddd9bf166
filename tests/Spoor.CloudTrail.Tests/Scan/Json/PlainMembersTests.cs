using System.Text;
using CsCheck;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Reference;
using Spoor.Testing;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Json;

public sealed class PlainMembersTests : IDisposable
{
    private static readonly string[] s_parts = [",\"a\":\"b\"", ",\"key\":\"some text\"", "\"", ":", ",", "\\\"", "\n", "longer text without an end ", "{", "1"];

    private static readonly KeyFilter[] s_filters = [KeyFilter.None, KeyFilter.All, KeyFilter.Of(["key"u8.ToArray()]), KeyFilter.Of(["ab"u8.ToArray(), "first"u8.ToArray()])];

    private readonly GuardedMemory _memory = new(capacity: 1 << 16);

    public void Dispose() => _memory.Dispose();

    [Theory]
    [InlineData(""","a":"b","c":"d"}""", 16)]
    [InlineData("""{"a":"b","c":"d"}""", 16)]
    [InlineData(""","a":"b","c":1}""", 8)]
    [InlineData(""","a":"b", "c":"d"}""", 8)]
    [InlineData(""","a":"b","c" :"d"}""", 8)]
    [InlineData(""","a":"b","c":"\u0041"}""", 8)]
    [InlineData(""","a":"b\n"}""", 0)]
    [InlineData(""","a":"b""", 0)]
    [InlineData("""{"a":"b"{"c":"d"}""", 8)]
    [InlineData("""{}""", 0)]
    [InlineData("}", 0)]
    [InlineData("", 0)]
    public void Whole_members_of_plain_texts_are_passed(string json, int expected)
    {
        AssertAll(json, KeyFilter.None, expected);
        AssertAll(json + new string(' ', 100), KeyFilter.None, expected);
    }

    [Theory]
    [InlineData("eventname", 32)]
    [InlineData("EVENTNAME", 32)]
    [InlineData("x", 0)]
    [InlineData("", 0)]
    [InlineData("ab", 7)]
    [InlineData("kkk", 125)]
    public void Members_whose_keys_may_be_wanted_are_not_passed(string wanted, int expected)
    {
        var json = $""","":"e","ab":"e","eventTime":"f","eventName":"g","{new string('k', 70)}":"h" """;
        AssertAll(json, KeyFilter.Of([Encoding.UTF8.GetBytes(wanted)]), expected);
        AssertAll(json + new string(' ', 100), KeyFilter.Of([Encoding.UTF8.GetBytes(wanted)]), expected);
    }

    [Fact]
    public void Every_length_of_keys_and_texts_is_passed_wherever_blocks_end()
    {
        for (var key = 0; key <= 70; key++)
        {
            for (var text = 0; text <= 140; text++)
            {
                var members = $",\"{new string('k', key)}\":\"{new string('t', text)}\",\"x\":\"y\"";
                AssertAll(members + "}" + new string(' ', text), KeyFilter.None, members.Length);
                AssertAll(members + "{\"c\":\"d\"" + new string(' ', text), KeyFilter.None, members.Length);
            }
        }
    }

    [Fact]
    public void Blocks_pass_what_single_texts_pass() =>
        Gen.Int[0, s_parts.Length - 1].Select(part => s_parts[part]).Array[1, 20].Select(Gen.Int[0, s_filters.Length - 1]).Sample(
            (parts, filter) =>
            {
                var json = ",\"first\":\"member\"" + string.Concat(parts);
                var wanted = s_filters[filter];
                AssertAll(json, wanted, PlainMembers.PassOneByOne(Encoding.UTF8.GetBytes(json), 0, (byte)',', wanted, int.MaxValue));
            },
            iter: 3_000,
            threads: 1);

    [Fact]
    public void Key_that_a_name_means_may_be_wanted() =>
        Gen.String[Gen.Char["aBz_.-9Q"], 0, 70].Array[1, 8].Sample(
            names =>
            {
                var wanted = KeyFilter.Of(names.Select(name => Encoding.UTF8.GetBytes(name.ToLowerInvariant())));
                foreach (var name in names)
                {
                    AssertAll($",\"{name}\":\"text\"{new string(' ', 100)}", wanted, 0);
                }
            },
            iter: 500,
            threads: 1);

    private void AssertAll(string json, KeyFilter wanted, int expected)
    {
        var data = _memory.AtEnd(Encoding.UTF8.GetBytes(json));
        var before = json.StartsWith('{') ? (byte)'{' : (byte)',';
        Assert.Equal(expected, PlainMembers.Pass(data, 0, before, wanted));
        Assert.Equal(expected, PlainMembers.Pass<Block512>(data, 0, before, wanted));
        Assert.Equal(expected, PlainMembers.Pass<Block256>(data, 0, before, wanted));
        Assert.Equal(expected, PlainMembers.Pass<Block128>(data, 0, before, wanted));
        Assert.Equal(expected, PlainMembers.Pass<ScalarBlock>(data, 0, before, wanted));
        Assert.Equal(expected, PlainMembers.PassOneByOne(data, 0, before, wanted, int.MaxValue));
    }
}
