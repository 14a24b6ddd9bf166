using System.Text;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Puts an expression in the place of a lambda's parameter in printed SQL.</summary>
internal static class LambdaParameter
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

    private static bool IsWordAt(string sql, int index, string name) =>
        string.CompareOrdinal(sql, index, name, 0, name.Length) == 0
        && (index == 0 || !IsWord(sql[index - 1]))
        && (index + name.Length == sql.Length || !IsWord(sql[index + name.Length]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
