using System.Text;
using Spoor.Engine.Results.Text;
using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Results.Text;

/// <summary>Quotes are doubled at every place and length, and nothing beyond the source is read, nor beyond the target written.</summary>
public sealed class QuoteDoublingTests : IDisposable
{
    private readonly GuardedMemory _source = new(capacity: 1 << 12);
    private readonly GuardedMemory _target = new(capacity: 1 << 12);

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    [Fact]
    public void Every_set_of_quotes_among_eight_bytes_is_doubled()
    {
        for (var quotes = 0; quotes < 1 << 8; quotes++)
        {
            AssertDoubled(string.Concat(Enumerable.Range(0, 8).Select(place => (quotes >> place & 1) != 0 ? '"' : (char)('a' + place))));
        }
    }

    [Fact]
    public void Every_length_is_doubled()
    {
        for (var length = 0; length <= 100; length++)
        {
            AssertDoubled(new string('x', length));
            AssertDoubled(new string('"', length));
            AssertDoubled(string.Concat(Enumerable.Range(0, length).Select(place => place % 3 == 0 ? '"' : 'é')));
        }
    }

    private void AssertDoubled(string text)
    {
        var source = _source.AtEnd(Encoding.UTF8.GetBytes(text));
        var target = _target.AtEnd(new byte[(source.Length * 2) + QuoteDoubling.Slack]);

        var written = QuoteDoubling.Copy(source, target);

        Assert.Equal(text.Replace("\"", "\"\"", StringComparison.Ordinal), Encoding.UTF8.GetString(target[..written]));
    }
}
