using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Results.Text;

/// <summary>The vector routines of results on machines that have fewer instructions than this one.</summary>
public class InstructionSetTests
{
    private static readonly Type[] s_classes = [typeof(InstructionSwitchTests), typeof(QuoteDoublingTests), typeof(ValueTextTests)];

    public static TheoryData<string> Switches => [.. InstructionSets.Switches];

    [Theory]
    [MemberData(nameof(Switches))]
    public async Task Texts_are_the_same_without(string instructions)
    {
        var (total, failed, output) = await ChildTests.RunAsync(instructions, "0", s_classes, TestContext.Current.CancellationToken);

        Assert.True(failed == 0, output);
        Assert.InRange(total, 5, int.MaxValue);
    }
}
