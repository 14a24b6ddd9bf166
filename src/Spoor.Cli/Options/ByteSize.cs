using System.Globalization;

namespace Spoor.Cli.Options;

/// <summary>Amounts of bytes as people write them: <c>20GB</c>. Units are decimal, as in the statistics.</summary>
internal static class ByteSize
{
    /// <summary>Reads bytes, or a whole number with kB, MB, GB or TB.</summary>
    public static bool TryRead(string text, out long bytes)
    {
        var number = text.TrimEnd('k', 'M', 'G', 'T', 'B');
        long? factor = text[number.Length..] switch
        {
            "" or "B" => 1,
            "kB" => 1_000,
            "MB" => 1_000_000,
            "GB" => 1_000_000_000,
            "TB" => 1_000_000_000_000,
            _ => null,
        };
        bytes = 0;
        if (factor is not { } unit || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > long.MaxValue / unit)
        {
            return false;
        }

        bytes = count * unit;
        return true;
    }

    /// <summary>What to say of a text that is no size.</summary>
    public static string Refusal(string text) => $"'{text}' is not a size. Write bytes, or a number with kB, MB, GB or TB, such as 20GB.";
}
