using System.Text;
using Spoor.CloudTrail.Scan.Cutting;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Cutting;

public class HiddenTextTests
{
    [Theory]
    [InlineData("role/a", """{"v":"role\/a"}""", true)]
    // The longer part is there.
    [InlineData("role/a", """{"v":"role\/b"}""", true)]
    [InlineData("role/a", """{"v":"user\/a"}""", false)]
    [InlineData("role", """{"v":"user\/a"}""", false)]
    [InlineData("/", """{"v":"user\/a"}""", true)]
    [InlineData("role/a", """{"v":"\u0072ole\u002fa"}""", true)]
    [InlineData("role/a", """{"v":"\u002f"}""", true)]
    [InlineData("role/a", """{"v":"x\u003d"}""", false)]
    [InlineData("a=b", """{"v":"x\u003D"}""", true)]
    [InlineData("a\"b", """{"v":"x\"y"}""", true)]
    [InlineData("ab", """{"v":"x\"y\\u0061"}""", false)]
    [InlineData("a\nb", """{"v":"x\ny"}""", true)]
    [InlineData("a\nb", """{"v":"x\ty"}""", false)]
    [InlineData("é", """{"v":"\u00e9"}""", true)]
    [InlineData("e", """{"v":"\u00e9"}""", false)]
    [InlineData("e", """{"v":"no escape"}""", false)]
    [InlineData("e", """{"v":"\u00"}""", true)]
    [InlineData("e", """{"v":"\x"}""", true)]
    [InlineData("e", "\\", true)]
    public void Only_an_escape_for_a_character_of_the_text_can_hide_it(string text, string record, bool mayStand) =>
        Assert.Equal(mayStand, new HiddenText(Encoding.UTF8.GetBytes(text)).MayStandIn(Encoding.UTF8.GetBytes(record)));
}
