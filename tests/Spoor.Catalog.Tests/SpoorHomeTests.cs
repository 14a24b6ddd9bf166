using Xunit;

namespace Spoor.Catalog.Tests;

public sealed class SpoorHomeTests
{
    [Theory]
    [InlineData("/option", "/variable", "/option")]
    [InlineData(null, "/variable", "/variable")]
    [InlineData("", "", "/data/spoor")]
    public void Option_wins_over_variable_and_that_over_the_data_folder(string? option, string? variable, string expected) =>
        Assert.Equal(Path.GetFullPath(expected), SpoorHome.Resolve(option, variable, "/data"));
}
