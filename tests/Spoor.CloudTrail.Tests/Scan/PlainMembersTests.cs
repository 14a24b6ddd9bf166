using System.Text;
using CsCheck;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Reference;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan;

public class PlainMembersTests
{
    private static readonly string[] s_parts = [",\"a\":\"b\"", ",\"key\":\"some text\"", "\"", ":", ",", "\\\"", "\n", "longer text without an end ", "{", "1"];

    [Theory]
    [InlineData(""","a":"b","c":"d"}""", 16)]
    [InlineData("""{"a":"b","c":"d"}""", 16)]
    [InlineData(""","a":"b","c":1}""", 8)]
    [InlineData(""","a":"b", "c":"d"}""", 8)]
    [InlineData(""","a":"b","c" :"d"}""", 8)]
    [InlineData(""","a":"b","c":"\u0041"}""", 8)]
    [InlineData(""","a":"b\n"}""", 0)]
    [InlineData(""","a":"b""", 0)]
    [InlineData("""{}""", 0)]
    [InlineData("}", 0)]
    [InlineData("", 0)]
    public void Whole_members_of_plain_texts_are_passed(string json, int expected)
    {
        AssertAll(json, 0, expected);
        AssertAll(json + new string(' ', 100), 0, expected);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 8)]
    [InlineData(3, 17)]
    [InlineData(63, 17)]
    public void Members_whose_keys_may_be_wanted_are_not_passed(int wantedLength, int expected)
    {
        var json = $""","a":"b","cd":"e","{new string('k', 70)}":"f" """;
        AssertAll(json, 1UL << wantedLength | 1UL << 63, expected);
        AssertAll(json + new string(' ', 100), 1UL << wantedLength | 1UL << 63, expected);
    }

    [Fact]
    public void Every_length_of_keys_and_texts_is_passed_wherever_blocks_end()
    {
        for (var key = 0; key <= 70; key++)
        {
            for (var text = 0; text <= 140; text++)
            {
                var members = $",\"{new string('k', key)}\":\"{new string('t', text)}\",\"x\":\"y\"";
                AssertAll(members + "}" + new string(' ', text), 0, members.Length);
            }
        }
    }

    [Fact]
    public void Blocks_pass_what_single_texts_pass() =>
        Gen.Int[0, s_parts.Length - 1].Select(part => s_parts[part]).Array[1, 20].Select(Gen.ULong).Sample(
            (parts, wantedLengths) =>
            {
                var json = ",\"first\":\"member\"" + string.Concat(parts);
                AssertAll(json, wantedLengths, PlainMembers.PassOneByOne(Encoding.UTF8.GetBytes(json), 0, wantedLengths, int.MaxValue));
            },
            iter: 3_000);

    private static void AssertAll(string json, ulong wantedLengths, int expected)
    {
        var data = Encoding.UTF8.GetBytes(json);
        Assert.Equal(expected, PlainMembers.Pass(data, 0, wantedLengths));
        Assert.Equal(expected, PlainMembers.Pass<Block512>(data, 0, wantedLengths));
        Assert.Equal(expected, PlainMembers.Pass<Block256>(data, 0, wantedLengths));
        Assert.Equal(expected, PlainMembers.Pass<Block128>(data, 0, wantedLengths));
        Assert.Equal(expected, PlainMembers.Pass<ScalarBlock>(data, 0, wantedLengths));
        Assert.Equal(expected, PlainMembers.PassOneByOne(data, 0, wantedLengths, int.MaxValue));
    }
}
