using CsCheck;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.Testing;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Cutting;

public sealed class LiteralSearchTests : IDisposable
{
    private readonly GuardedMemory _memory = new(capacity: 1 << 16);

    public void Dispose() => _memory.Dispose();

    [Fact]
    public void Every_place_and_length_gives_what_a_plain_search_gives()
    {
        byte[] literal = [.. "arn:G/S"u8];
        var search = new LiteralSearch(literal);
        for (var length = 0; length <= 300; length++)
        {
            for (var place = -1; place <= length - literal.Length; place++)
            {
                // The literal's own bytes all around, and the literal once more behind the data.
                var bytes = Enumerable.Range(0, length + literal.Length).Select(i => i % 2 == 0 ? (byte)'S' : (byte)'a').ToArray();
                literal.CopyTo(bytes, length);
                if (place >= 0)
                {
                    literal.CopyTo(bytes, place);
                }

                Assert.Equal(place, search.IndexIn(bytes.AsSpan(0, length)));
                Assert.Equal(place, search.IndexIn(_memory.AtEnd(bytes.AsSpan(0, length))));
            }
        }
    }

    [Fact]
    public void The_first_place_is_found_whatever_the_literal() =>
        Gen.Select(Gen.Char["abGé"].Array[1, 5], Gen.Char["abGé"].Array[0, 200]).Sample(
            (literal, text) =>
            {
                var (wanted, data) = (System.Text.Encoding.UTF8.GetBytes(literal), System.Text.Encoding.UTF8.GetBytes(text));
                Assert.Equal(data.AsSpan().IndexOf(wanted), new LiteralSearch(wanted).IndexIn(_memory.AtEnd(data)));
            },
            iter: 3_000,
            threads: 1);
}
