using System.Text;
using CsCheck;
using Spoor.Audit.Logs;
using Xunit;

namespace Spoor.Audit.Tests.Logs;

public sealed class TextPoolTests
{
    [Fact]
    public void Every_text_is_given_as_it_is()
    {
        Gen.String[Gen.Char, 0, 40].Array[0, 200].Sample(texts =>
        {
            var pool = new TextPool();
            return texts.Concat(texts).All(text => pool.Get(Encoding.UTF8.GetBytes(text)) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        });
    }

    [Fact]
    public void Thousands_of_texts_are_each_one_string()
    {
        var pool = new TextPool();
        var first = Enumerable.Range(0, 5000).Select(number => pool.Get(Encoding.UTF8.GetBytes($"role/{number}"))).ToList();

        Assert.All(first, (text, number) =>
        {
            Assert.Equal($"role/{number}", text);
            Assert.Same(text, pool.Get(Encoding.UTF8.GetBytes(text)));
        });
    }
}
