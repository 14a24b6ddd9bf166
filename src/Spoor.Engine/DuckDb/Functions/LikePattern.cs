using System.Text;
using System.Text.RegularExpressions;
using Spoor.Sql;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>A LIKE pattern with an escape character.</summary>
internal sealed class LikePattern
{
    private const char Separator = '\0';

    private static readonly ConstantCache<LikePattern> s_cache = new(key => new LikePattern(key[(key.IndexOf(Separator, StringComparison.Ordinal) + 1)..], key[..key.IndexOf(Separator, StringComparison.Ordinal)]));

    private readonly Regex _regex;

    private LikePattern(string pattern, string escape)
    {
        if (escape.Length != 1)
        {
            throw Invalid("Escape string must be a single character");
        }

        var translated = new StringBuilder(@"^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == escape[0])
            {
                i++;
                if (i >= pattern.Length || (pattern[i] is not ('%' or '_') && pattern[i] != escape[0]))
                {
                    throw Invalid("Escape character must be followed by '%', '_' or the escape character itself");
                }

                translated.Append(Regex.Escape(pattern[i].ToString()));
                continue;
            }

            // One code point may be two UTF-16 units.
            translated.Append(pattern[i] switch
            {
                '%' => ".*",
                '_' => @"(?:[\ud800-\udbff][\udc00-\udfff]|.)",
                var c => Regex.Escape(c.ToString()),
            });
        }

        _regex = new Regex(translated.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    internal static LikePattern Of(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> escape) => s_cache.Get((byte[])[.. escape, (byte)Separator, .. pattern]);

    internal bool IsMatch(string text) => _regex.IsMatch(text);

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);
}
