using System.Globalization;
using System.Text;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <summary>The one place where names and texts get and lose their quotes.</summary>
internal static class SqlQuoting
{
    /// <summary>Removes the quotes around a Trino name or text, or a backquoted name, and halves doubled quotes inside.</summary>
    internal static string Unquote(string quoted)
    {
        var quote = quoted[0];
        var inner = quoted[1..^1];
        return inner.Contains(quote, StringComparison.Ordinal) ? inner.Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal) : inner;
    }

    /// <summary>A name as it must be written to mean <paramref name="identifier"/>.</summary>
    internal static string Name(Identifier identifier, Dialect dialect)
    {
        if (!identifier.IsDelimited && IsPlainName(identifier.Value, dialect))
        {
            return identifier.Value;
        }

        return dialect == Dialect.Hive
            ? $"`{identifier.Value.Replace("`", "``", StringComparison.Ordinal)}`"
            : $"\"{identifier.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A field of a STRUCT, whose name may be any word.</summary>
    internal static string StructField(Identifier identifier) =>
        !identifier.IsDelimited && Keywords.IsReservedInHive(identifier.Value) ? identifier.Value : Name(identifier, Dialect.Hive);

    /// <summary>A type's name; quoted where Trino's grammar would read it as the start of another kind of type. Hive has no types with quotes.</summary>
    internal static string TypeName(string name, Dialect dialect)
    {
        var isOtherType = Keywords.Find(name) is Keyword.Time or Keyword.Timestamp or Keyword.Interval or Keyword.Row;
        return dialect == Dialect.Hive ? name : Name(new Identifier(name, isOtherType, default), dialect);
    }

    /// <summary>A text literal of <paramref name="value"/>.</summary>
    internal static string Text(string value, Dialect dialect)
    {
        if (dialect == Dialect.Trino)
        {
            return SqlLiteral.Text(value);
        }

        var escaped = new StringBuilder("'");
        foreach (var character in value)
        {
            escaped.Append(character switch
            {
                '\\' or '\'' => $"\\{character}",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\0' => "\\0",
                _ => character.ToString(),
            });
        }

        return escaped.Append('\'').ToString();
    }

    /// <summary>The value of a Hive text: backslash escapes resolved, texts that touch joined.</summary>
    /// <seealso href="https://github.com/apache/hive/blob/rel/release-2.3.9/ql/src/java/org/apache/hadoop/hive/ql/parse/BaseSemanticAnalyzer.java">unescapeSQLString</seealso>
    internal static string UnescapeHive(string quoted)
    {
        var value = new StringBuilder(quoted.Length);
        var quote = quoted[0];
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] == quote)
            {
                // The end of one text and the start of the next.
                i++;
            }
            else if (quoted[i] == '\\')
            {
                i += AppendEscape(value, quoted.AsSpan(i + 1));
            }
            else
            {
                value.Append(quoted[i]);
            }
        }

        return value.ToString();
    }

    private static int AppendEscape(StringBuilder value, ReadOnlySpan<char> escape)
    {
        if (escape[0] == 'u' && escape.Length >= 5 && int.TryParse(escape[1..5], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            value.Append((char)unit);
            return 5;
        }

        if (escape.Length >= 3 && escape[0] is '0' or '1' && IsOctal(escape[1]) && IsOctal(escape[2]))
        {
            value.Append((char)(((escape[0] - '0') * 64) + ((escape[1] - '0') * 8) + (escape[2] - '0')));
            return 3;
        }

        value.Append(escape[0] switch
        {
            '0' => "\0",
            'b' => "\b",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'Z' => "\u001A",
            // Hive keeps the backslash before the wildcards of LIKE.
            '%' => "\\%",
            '_' => "\\_",
            var other => other.ToString(),
        });
        return 1;
    }

    private static bool IsDigitName(string name) =>
        char.IsAsciiDigit(name[0]) && NumberLexer.Measure(name, 0, out var kind) == name.Length && kind == TokenKind.DigitName;

    private static bool IsOctal(char digit) => digit is >= '0' and <= '7';

    private static bool IsPlainName(string name, Dialect dialect)
    {
        var canStart = name.Length > 0 && (char.IsAsciiLetter(name[0]) || (dialect == Dialect.Trino ? name[0] == '_' : IsDigitName(name)));
        if (!canStart)
        {
            return false;
        }

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return dialect == Dialect.Hive ? !Keywords.IsReservedInHive(name) : !Keywords.IsReserved(Keywords.Find(name));
    }
}
