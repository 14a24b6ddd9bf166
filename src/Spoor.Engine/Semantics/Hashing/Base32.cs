using System.Text;
using Spoor.Core.Errors;

namespace Spoor.Engine.Semantics.Hashing;

/// <summary>Base 32 with padding.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4648#section-6"/>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
        var output = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var unit in bytes)
        {
            buffer = ((buffer << 8) | unit) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                output.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }

        if (bits > 0)
        {
            output.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        }

        return output.Append('=', (8 - (output.Length % 8)) % 8).ToString();
    }

    internal static byte[] Decode(string text)
    {
        var digits = text.TrimEnd('=');
        if (digits.Length % 8 is 1 or 3 or 6)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Invalid input length {digits.Length}");
        }

        var output = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var digit in digits)
        {
            var value = Alphabet.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Unrecognized character: {digit}");
            }

            buffer = ((buffer << 5) | value) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                output.Add((byte)(buffer >> bits));
            }
        }

        return [.. output];
    }
}
