using System.Globalization;
using System.Text;
using Spoor.Engine.Semantics.Hashing;
using Xunit;

namespace Spoor.Engine.Tests.Semantics.Hashing;

public class ConstantCacheTests
{
    private readonly List<string> _made = [];

    [Fact]
    public void Two_long_constants_that_differ_at_their_ends_both_stay()
    {
        var common = new string('x', 100);
        AskInTurn([$"{common}a", $"{common}b"]);
        Assert.Equal([$"{common}a", $"{common}b"], _made);
    }

    [Fact]
    public void As_many_constants_as_a_long_statement_has_all_stay()
    {
        var constants = Enumerable.Range(0, 40).Select(number => string.Create(CultureInfo.InvariantCulture, $"$.requestParameters.item{number}")).ToList();
        AskInTurn(constants);
        Assert.Equal(constants, _made);
    }

    [Fact]
    public void More_constants_than_there_is_room_for_are_made_again()
    {
        var constants = Enumerable.Range(0, 2000).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        AskInTurn(constants);
        Assert.True(_made.Count > constants.Count);
    }

    private void AskInTurn(IReadOnlyList<string> constants)
    {
        var cache = new ConstantCache<string>(text =>
        {
            _made.Add(text);
            return text;
        });
        for (var round = 0; round < 10; round++)
        {
            Assert.All(constants, constant => Assert.Equal(constant, cache.Get(Encoding.UTF8.GetBytes(constant))));
        }
    }
}
