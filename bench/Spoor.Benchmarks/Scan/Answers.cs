using System.Security.Cryptography;
using System.Text;

namespace Spoor.Benchmarks.Scan;

/// <summary>Makes answers comparable.</summary>
internal static class Answers
{
    /// <summary>The rows in any order: their number and a hash of all.</summary>
    public static Answer Of(List<string> rows)
    {
        rows.Sort(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows)));
        return new Answer($"{rows.Count} rows, SHA-256 {Convert.ToHexStringLower(hash.AsSpan(0, 8))}");
    }
}
