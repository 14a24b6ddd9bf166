using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Spoor.Testing;

/// <summary>Instructions that the runtime's switches turn off, so that a machine that has them runs what others would.</summary>
public static class InstructionSets
{
    /// <summary>One environment each: without 512-bit vectors, without 256-bit vectors, without any.</summary>
    public static IReadOnlyList<string> Switches => ["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"];

    /// <summary>What this process has though a switch turned it off; empty when the switches work, or none is set.</summary>
    public static IEnumerable<string> WorkingThoughOff()
    {
        if (IsOff(Switches[0]) && (Avx512F.IsSupported || Vector512.IsHardwareAccelerated))
        {
            yield return "512-bit vectors";
        }

        if (IsOff(Switches[1]) && (Avx2.IsSupported || Vector256.IsHardwareAccelerated))
        {
            yield return "256-bit vectors";
        }

        if (IsOff(Switches[2]) && (Avx2.IsSupported || Ssse3.IsSupported || Pclmulqdq.IsSupported || Vector128.IsHardwareAccelerated))
        {
            yield return "128-bit vectors";
        }
    }

    private static bool IsOff(string name) => Environment.GetEnvironmentVariable(name) == "0";
}
