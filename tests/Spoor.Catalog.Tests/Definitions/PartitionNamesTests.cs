using CsCheck;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Xunit;

namespace Spoor.Catalog.Tests.Definitions;

public sealed class PartitionNamesTests
{
    [Theory]
    [InlineData("us-east-1", "us-east-1")]
    [InlineData("2024/01/02", "2024%2F01%2F02")]
    [InlineData("a b+c", "a b+c")]
    [InlineData("x=1:y\t%", "x%3D1%3Ay%09%25")]
    [InlineData("", "__HIVE_DEFAULT_PARTITION__")]
    public void Values_are_escaped_as_in_Hive(string value, string expected) => Assert.Equal(expected, PartitionNames.Escape(value));

    [Fact]
    public void Names_are_read_back() =>
        Gen.String.Where(text => text.Length > 0).Array[1, 3].Sample(values =>
        {
            var keys = values.Select((_, index) => $"k{index}").ToList();

            Assert.True(PartitionNames.TryParse(PartitionNames.Name(keys, values), keys, out var read));
            Assert.Equal(values, read);
        });

    [Theory]
    [InlineData("a=1")]
    [InlineData("b=1/a=2")]
    [InlineData("a=1/b=2/c=3")]
    [InlineData("1/2")]
    public void Names_of_other_keys_are_not_read(string name) => Assert.False(PartitionNames.TryParse(name, ["a", "b"], out _));
}
