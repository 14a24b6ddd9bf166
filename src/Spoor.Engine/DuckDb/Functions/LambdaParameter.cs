using System.Text;
using System.Text.RegularExpressions;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Puts an expression in the place of a lambda's parameter in printed SQL. What stands in text literals is never looked at.</summary>
internal static partial class LambdaParameter
{
    /// <summary>Replaces the name where it stands as a word of its own.</summary>
    internal static string Replace(string sql, string name, string value) => RewriteWords(sql, word => word.SequenceEqual(name) ? value : null);

    /// <summary>Renames the parameters of our own lambdas in a printed lambda, so that the call around it, printed with the same names, does not hide them.</summary>
    internal static string RenameOwn(string lambda) => RewriteWords(lambda, word => OwnName().IsMatch(word) ? $"{word}_" : null);

    // Printed SQL has no comment, and all its text stands in '...' with '' for a quote, which ends one literal and begins the next.
    private static string RewriteWords(string sql, Rewriting rewrite)
    {
        var output = new StringBuilder(sql.Length);
        for (var i = 0; i < sql.Length;)
        {
            var end = i;
            if (sql[i] == '\'')
            {
                end = sql.IndexOf('\'', i + 1) + 1;
            }
            else if (IsWord(sql[i]))
            {
                while (end < sql.Length && IsWord(sql[end]))
                {
                    end++;
                }

                if (rewrite(sql.AsSpan(i, end - i)) is { } replacement)
                {
                    output.Append(replacement);
                    i = end;
                    continue;
                }
            }
            else
            {
                end++;
            }

            output.Append(sql, i, end - i);
            i = end;
        }

        return output.ToString();
    }

    [GeneratedRegex(@"^spoor_([a-z]|[kx]\d+|p\d+[ib]?)_*\z")]
    private static partial Regex OwnName();

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private delegate string? Rewriting(ReadOnlySpan<char> word);
}
