using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Spoor.Testing;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>What the tests of vector routines rest on: behind the data is a page that nobody may read.</summary>
public class GuardedMemoryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    public void The_page_behind_the_data_is_unreadable(int length)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "skipped: pages are guarded on Linux only");
        using var memory = new GuardedMemory(length + 1);

        var end = AddressOf(memory.AtEnd(new byte[length])) + (ulong)length;

        Assert.Equal("---p", Permissions(end));
        Assert.Equal("rw-p", Permissions(end - 1));
    }

    private static ulong AddressOf(Span<byte> bytes) => (ulong)Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(bytes));

    // A line of /proc/self/maps begins with: 7f0000000000-7f0000001000 rw-p
    private static string Permissions(ulong address)
    {
        foreach (var words in File.ReadLines("/proc/self/maps").Select(line => line.Split(' ', 3)))
        {
            var bounds = words[0].Split('-');
            if (Address(bounds[0]) <= address && address < Address(bounds[1]))
            {
                return words[1];
            }
        }

        return "not mapped";
    }

    private static ulong Address(string text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
