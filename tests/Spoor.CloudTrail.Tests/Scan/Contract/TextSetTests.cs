using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

public class TextSetTests
{
    [Fact]
    public void A_text_counts_once_and_is_found_by_its_bytes()
    {
        var set = new TextSet("a", "é", "a", "");
        Assert.Equal(3, set.Count);
        Assert.Equal(["a", "é", ""], set.Texts);
        Assert.True(set.Contains("é"u8));
        Assert.True(set.Contains([]));
        Assert.False(set.Contains("A"u8));
    }

    [Fact]
    public void Sets_of_the_same_texts_are_equal() => Assert.Equal(new TextSet("a", "b"), new TextSet("b", "a"));

    [Fact]
    public void Looking_up_allocates_nothing()
    {
        var set = new TextSet(Enumerable.Range(0, 1000).Select(number => $"key{number}"));
        var text = Encoding.UTF8.GetBytes("key999");
        Assert.True(set.Contains(text));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            set.Contains(text);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
