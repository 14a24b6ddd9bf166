using System.Text;
using System.Text.RegularExpressions;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Puts an expression in the place of a lambda's parameter in printed SQL.</summary>
internal static partial class LambdaParameter
{
    /// <summary>Replaces the name where it stands as a word of its own, outside of string literals.</summary>
    internal static string Replace(string sql, string name, string value)
    {
        var output = new StringBuilder(sql.Length);
        var isInText = false;
        for (var i = 0; i < sql.Length;)
        {
            if (sql[i] == '\'')
            {
                isInText = !isInText;
            }
            else if (!isInText && IsWordAt(sql, i, name))
            {
                output.Append(value);
                i += name.Length;
                continue;
            }

            output.Append(sql[i++]);
        }

        return output.ToString();
    }

    /// <summary>Renames the parameters of our own lambdas in a printed lambda, so that the call around it, printed with the same names, does not hide them.</summary>
    internal static string RenameOwn(string lambda) => OwnName().Replace(lambda, "$&_");

    private static bool IsWordAt(string sql, int index, string name) =>
        string.CompareOrdinal(sql, index, name, 0, name.Length) == 0
        && (index == 0 || !IsWord(sql[index - 1]))
        && (index + name.Length == sql.Length || !IsWord(sql[index + name.Length]));

    [GeneratedRegex(@"\bspoor_([a-z]|x\d+|p\d+[ib]?)_*\b")]
    private static partial Regex OwnName();

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
