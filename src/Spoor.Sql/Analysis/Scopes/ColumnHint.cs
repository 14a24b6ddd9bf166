using Spoor.Core.Text;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>Advice for a name that is no column.</summary>
internal static class ColumnHint
{
    private const string Describe = "DESCRIBE lists a table's columns";

    // Values without brackets, and units that other dialects write as bare words.
    private static readonly Dictionary<string, string> s_foreign = new(StringComparer.Ordinal)
    {
        ["sysdate"] = "The time is now(), the day current_date.",
        ["systimestamp"] = "The time is now(), the day current_date.",
        ["today"] = "The day is current_date.",
        ["rownum"] = "Rows are limited by LIMIT at the end of the query, and numbered by row_number() OVER (ORDER BY ...).",
        ["rowid"] = "Rows have no ids; $path names the object that a row is from.",
    };

    private static readonly HashSet<string> s_units =
        ["millisecond", "milliseconds", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years"];

    /// <summary>What was meant, as far as that can be guessed; else where to look.</summary>
    /// <param name="name">The name that is no column.</param>
    /// <param name="written">As it is written.</param>
    /// <param name="scope">Where it was looked for.</param>
    /// <param name="aliases">The select list, where its aliases are not seen.</param>
    public static string For(ColumnName name, Expression written, Scope scope, HiddenAliases? aliases)
    {
        var last = name.Parts[^1];
        if (name.Parts is [var only])
        {
            if (aliases?.Hint(only) is { } alias)
            {
                return alias;
            }

            if (written is Identifier { IsDelimited: true } text && Nearest(last, scope) is null)
            {
                return $"A text is written in single quotes: {SqlLiteral.Text(text.Value)}. Double quotes are for names.";
            }

            if (s_foreign.TryGetValue(only, out var foreign))
            {
                return foreign;
            }

            if (s_units.Contains(only))
            {
                return $"A unit of time is a text: '{only.TrimEnd('s')}', as in date_trunc('{only.TrimEnd('s')}', x). {Describe}.";
            }
        }

        return Nearest(last, scope) is { } nearest
            ? $"Did you mean '{nearest}'? {Describe}."
            : $"{Describe}; a text is written in single quotes, a name in double quotes.";
    }

    private static string? Nearest(string name, Scope scope)
    {
        var names = scope.AllFields.Where(field => !field.IsHidden).Select(field => field.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);
        return NearestName.Find(name, names) is { } nearest && !string.Equals(nearest, name, StringComparison.OrdinalIgnoreCase) ? nearest : null;
    }
}
