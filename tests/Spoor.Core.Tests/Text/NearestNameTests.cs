using Spoor.Core.Text;
using Xunit;

namespace Spoor.Core.Tests.Text;

public class NearestNameTests
{
    [Theory]
    [InlineData("eventnmae", "eventname")]
    [InlineData("EventName", "eventname")]
    [InlineData("eventname", null)]
    [InlineData("nothing", null)]
    public void What_was_typed_is_never_offered(string name, string? nearest) => Assert.Equal(nearest, NearestName.Find(name, ["eventname", "useragent"]));
}
