using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;
using Spoor.Engine.Semantics.Hashing;

namespace Spoor.Engine.Semantics.Text;

/// <summary>LIKE with an escape character, by the scan's own patterns.</summary>
internal static class EscapedLike
{
    private const char Separator = '\0';

    private static readonly ConstantCache<LikePattern> s_cache = new(Parse);

    /// <summary>Whether the text matches.</summary>
    /// <exception cref="QueryException">InvalidFunctionArgument: the pattern is invalid.</exception>
    internal static bool IsMatch(ReadOnlySpan<byte> text, ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> escape) =>
        s_cache.Get((byte[])[.. escape, (byte)Separator, .. pattern]).IsMatch(text);

    private static LikePattern Parse(string key)
    {
        var end = key.IndexOf(Separator, StringComparison.Ordinal);
        return LikePattern.TryParse(key[(end + 1)..], key[..end]) ?? throw new QueryException(
            ErrorCode.InvalidFunctionArgument,
            span: null,
            end == 1 ? "Escape character must be followed by '%', '_' or the escape character itself" : "Escape string must be a single character");
    }
}
