using Spoor.CloudTrail.Tests.Scan.Cutting;
using Spoor.CloudTrail.Tests.Scan.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>The scan's vector routines on machines that have fewer instructions than this one.</summary>
public class InstructionSetTests
{
    private static readonly Type[] s_classes =
    [
        typeof(InstructionSwitchTests), typeof(LiteralSearchTests), typeof(RecordEndTests), typeof(PlainTextTests), typeof(PlainMembersTests), typeof(HiddenTextTests),
        typeof(PrefilterTests), typeof(ReferenceTests),
    ];

    public static TheoryData<string> Switches => [.. InstructionSets.Switches];

    [Theory]
    [MemberData(nameof(Switches))]
    public async Task Rows_are_the_same_without(string instructions)
    {
        var (total, failed, output) = await ChildTests.RunAsync(instructions, "0", s_classes, TestContext.Current.CancellationToken);

        Assert.True(failed == 0, output);
        Assert.InRange(total, 60, int.MaxValue);
    }
}
