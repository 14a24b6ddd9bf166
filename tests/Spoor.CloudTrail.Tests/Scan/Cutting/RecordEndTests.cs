using System.Text;
using CsCheck;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Reference;
using Spoor.Testing;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Cutting;

public sealed class RecordEndTests : IDisposable
{
    private static readonly (string Name, Finder Find)[] s_finders = [.. Finders()];

    private readonly GuardedMemory _memory = new(capacity: 1 << 16);

    private delegate bool Finder(ReadOnlySpan<byte> data, int start, out int end, out RecordEscapes escapes);

    public void Dispose() => _memory.Dispose();

    [Theory]
    [InlineData("""{}""", 2, RecordEscapes.None)]
    [InlineData("""{},{}""", 2, RecordEscapes.None)]
    [InlineData("""{"a":[{},[1]],"b":{"c":2}},""", 26, RecordEscapes.None)]
    [InlineData("""{"a":"}]"},""", 10, RecordEscapes.None)]
    [InlineData("""{"a":"\"}"},""", 11, RecordEscapes.Any)]
    [InlineData("""{"a":"\\"},"\u0041""", 10, RecordEscapes.Any)]
    [InlineData("""{"a":"\\\"}"},""", 13, RecordEscapes.Any)]
    [InlineData("""{"\/":1}""", 8, RecordEscapes.Any | RecordEscapes.OfPrintable)]
    [InlineData("""{"\u007d":1}""", 12, RecordEscapes.Any | RecordEscapes.OfPrintable)]
    [InlineData("""{"\\u":1}""", 9, RecordEscapes.Any)]
    public void The_record_ends_at_its_closing_bracket(string json, int expected, object escapes) =>
        AssertAll(Encoding.UTF8.GetBytes(json), 0, expected, (RecordEscapes)escapes);

    [Theory]
    [InlineData("""{""")]
    [InlineData("""{"a":[}""")]
    [InlineData("""{"a":"}""")]
    [InlineData("""{"a":"\"}""")]
    [InlineData("""{"a":"x\""")]
    public void A_record_that_the_data_cuts_has_no_end(string json) =>
        Assert.All(s_finders, finder => Assert.False(finder.Find(_memory.AtEnd(Encoding.UTF8.GetBytes(json)), 0, out _, out _), finder.Name));

    [Fact]
    public void A_record_that_is_nested_too_deeply_has_no_end()
    {
        foreach (var depth in (int[])[JsonWalker.MaxDepth - 1, JsonWalker.MaxDepth])
        {
            var data = Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', depth)}{new string(']', depth)}}}");
            Assert.All(s_finders, finder => Assert.True(finder.Find(data, 0, out _, out _) == depth < JsonWalker.MaxDepth, finder.Name));
        }
    }

    [Fact]
    public void Every_place_of_a_record_in_its_blocks_gives_its_end()
    {
        for (var length = 0; length < 200; length++)
        {
            // A run of backslashes that ends anywhere, over the blocks' borders too.
            for (var backslashes = 0; backslashes <= 3; backslashes++)
            {
                var text = new string('x', length) + new string('\\', backslashes) + (backslashes % 2 == 0 ? "" : "\"");
                var json = $"{{\"a\":\"{text}\",\"b\":[{{}}]}}";
                AssertAll(Encoding.UTF8.GetBytes($"]{json}}}]"), 1, 1 + json.Length, backslashes == 0 ? RecordEscapes.None : RecordEscapes.Any);
            }
        }
    }

    [Fact]
    public void Every_width_of_vectors_gives_what_single_bytes_give() =>
        Gen.String["{}[]\"\\\\u/,:a"].Array[1, 12].Select(parts => "{" + string.Concat(parts)).Sample(
            text =>
            {
                var data = Encoding.UTF8.GetBytes(text);
                var isFound = ScalarRecordEnd.TryFind(data, 0, out var end, out var escapes);
                foreach (var (name, find) in s_finders)
                {
                    Assert.True(isFound == find(_memory.AtEnd(data), 0, out var otherEnd, out var otherEscapes), name);
                    Assert.True(!isFound || (end == otherEnd && escapes == otherEscapes), name);
                }
            },
            iter: 3_000,
            threads: 1);

    [Fact]
    public void Prefix_xor_is_the_parity_of_the_bits_up_to_each() =>
        Gen.ULong.Sample(bits =>
        {
            var expected = Enumerable.Range(0, 64).Aggregate(0UL, (mask, i) => mask | ((ulong)(System.Numerics.BitOperations.PopCount(bits << (63 - i)) & 1) << i));
            Assert.Equal(expected, StringMask.PrefixXor(bits));
            Assert.Equal(expected, StringMask.PrefixXorByShifts(bits));
        });

    private void AssertAll(byte[] data, int start, int expectedEnd, RecordEscapes expectedEscapes)
    {
        foreach (var (name, find) in s_finders)
        {
            Assert.True(find(_memory.AtEnd(data), start, out var end, out var escapes), name);
            Assert.Equal((name, expectedEnd, expectedEscapes), (name, end, escapes));
        }
    }

    // The widths run on every machine: what it has no instruction for, the runtime does with others.
    private static IEnumerable<(string Name, Finder Find)> Finders() =>
    [
        ("usual", RecordEnd.TryFind),
        ("512", RecordEnd.TryFind<Block512>),
        ("256", RecordEnd.TryFind<Block256>),
        ("128", RecordEnd.TryFind<Block128>),
        ("masks of single bytes", RecordEnd.TryFind<ScalarBlock>),
        ("single bytes", ScalarRecordEnd.TryFind),
    ];
}
