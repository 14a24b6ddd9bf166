using Spoor.CloudTrail.Scan.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Json;

public sealed class PlainTextTests : IDisposable
{
    private readonly GuardedMemory _memory = new(capacity: 1 << 16);

    public void Dispose() => _memory.Dispose();

    [Fact]
    public void Every_length_and_place_of_an_ending_byte_gives_the_scalar_result()
    {
        byte[] endings = [(byte)'"', (byte)'\\', 0, 0x1F];
        byte[] others = [(byte)' ', (byte)'!', 0x7F, 0x80, 0xFF];
        for (var length = 0; length <= 96; length++)
        {
            for (var place = 0; place <= length; place++)
            {
                var text = new byte[length];
                Array.Fill(text, others[(length + place) % others.Length]);
                if (place < length)
                {
                    text[place] = endings[(length + place) % endings.Length];
                }

                Assert.Equal(place, PlainText.Length(_memory.AtEnd(text)));
                Assert.Equal(place, PlainText.Scalar(text));
            }
        }
    }
}
