using Spoor.Testing;
using Xunit;

namespace Spoor.Engine.Tests.Results.Text;

/// <summary>Says something in the children of <see cref="InstructionSetTests"/>, where a switch is set.</summary>
public class InstructionSwitchTests
{
    [Fact]
    public void What_a_switch_turns_off_is_off() => Assert.Empty(InstructionSets.WorkingThoughOff());
}
