using System.Diagnostics;
using System.Text.RegularExpressions;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Logs;

/// <summary>A statement of a report, one embedded file per question, with places for what was asked: <c>{pool}</c>, or a phrase about a column, <c>{in the window event_time}</c>.</summary>
/// <remarks>Places are found once, in the file's own text. What is put there is never looked at again, so nothing that a value says can be a place.</remarks>
internal sealed partial class StatementTemplate
{
    private readonly List<(SqlFragment Text, StatementPlace? Behind)> _parts = [];

    private StatementTemplate(string text)
    {
        // A value in a comment could end it.
        var sql = string.Join('\n', text.Split('\n').Where(line => !line.AsSpan().TrimStart().StartsWith("--")));
        var position = 0;
        foreach (Match place in Place().Matches(sql))
        {
            _parts.Add((SqlFragment.Written(sql[position..place.Index]), new StatementPlace(place.Groups["phrase"].Value, place.Groups["column"].Value)));
            position = place.Index + place.Length;
        }

        _parts.Add((SqlFragment.Written(sql[position..]), null));
    }

    /// <summary>The statement in <c>Queries/NAME.sql</c> beside the type.</summary>
    public static StatementTemplate Beside(Type owner, string name) => new(EmbeddedFile.Read(owner, $"Queries/{name}.sql"));

    /// <summary>The statement with its places filled, all in one pass.</summary>
    /// <param name="fill">The SQL of a place; null for one that is not known.</param>
    public SqlFragment Fill(Func<StatementPlace, SqlFragment?> fill) => SqlFragment.Join("", _parts.SelectMany(part => part.Behind is { } place
        ? [part.Text, fill(place) ?? throw new UnreachableException($"Nothing belongs in the place '{place.Phrase}'.")]
        : new[] { part.Text }));

    /// <summary>The statement with SQL by name.</summary>
    public SqlFragment Fill(params (string Name, SqlFragment Sql)[] values) => Fill(place => Array.Find(values, value => value.Name == place.Phrase && place.Column.Length == 0).Sql);

    /// <summary>The template of a text.</summary>
    internal static StatementTemplate Parse(string text) => new(text);

    [GeneratedRegex("[{](?<phrase>[A-Za-z][A-Za-z ]*?)( (?<column>[a-z_.]+))?[}]")]
    private static partial Regex Place();
}
