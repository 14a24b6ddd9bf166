using System.Text;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>Java's date patterns as far as timestamps use them.</summary>
internal static class TimestampPattern
{
    /// <summary>The .NET pattern that reads the same texts; letters without a counterpart stay and match nothing.</summary>
    public static string ToDotNet(string pattern)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var letter = pattern[i];
            var end = letter == '\'' ? EndOfQuoted(pattern, i) : EndOfRun(pattern, i);
            result.Append(Translate(letter, pattern[i..end]));
            i = end;
        }

        return result.ToString();
    }

    private static string Translate(char letter, string run) => letter switch
    {
        'S' => new string('f', Math.Min(run.Length, 7)),
        'a' => "tt",
        'E' => run.Length > 3 ? "dddd" : "ddd",
        'u' => new string('y', run.Length),
        'X' or 'Z' => "zzz",
        _ => run,
    };

    private static int EndOfQuoted(string pattern, int start)
    {
        var close = pattern.IndexOf('\'', start + 1);
        return close < 0 ? pattern.Length : close + 1;
    }

    private static int EndOfRun(string pattern, int start)
    {
        var end = start + 1;
        while (end < pattern.Length && pattern[end] == pattern[start])
        {
            end++;
        }

        return end;
    }
}
