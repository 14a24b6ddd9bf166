using Spoor.Storage.Objects;
using Xunit;

namespace Spoor.Storage.Tests.Objects;

public sealed class ObjectNameTests
{
    [Theory]
    [InlineData("s3://b/k/x", "b", "k/x")]
    [InlineData("s3a://b/", "b", "")]
    [InlineData("s3n://b", "b", "")]
    public void Three_schemes_are_read(string text, string bucket, string key)
    {
        Assert.True(ObjectName.TryParse(text, out var name));
        Assert.Equal(new ObjectName(bucket, key), name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/b/k")]
    [InlineData("https://b/k")]
    [InlineData("s3:///k")]
    public void Anything_else_is_no_name(string text) => Assert.False(ObjectName.TryParse(text, out _));
}
