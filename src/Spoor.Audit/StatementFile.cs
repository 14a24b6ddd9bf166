using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Spoor.Audit;

/// <summary>The SQL of a report, one embedded file per question.</summary>
internal static partial class StatementFile
{
    /// <summary>The text of <c>FOLDER/Queries/NAME.sql</c>.</summary>
    public static string Read(string folder, string name)
    {
        using var stream = typeof(StatementFile).Assembly.GetManifestResourceStream($"Spoor.Audit.{folder}.Queries.{name}.sql")
            ?? throw new UnreachableException($"{folder}/Queries/{name}.sql is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Puts values where their names stand in braces, all in one pass: what a value says, such as a role named <c>{pool}</c>, is never read as a place.</summary>
    /// <param name="template">The text.</param>
    /// <param name="values">SQL by name; braces around other names stay.</param>
    public static string Fill(string template, params (string Name, string Sql)[] values) => Place().Replace(template, place =>
        Array.Find(values, value => place.Groups[1].ValueSpan.SequenceEqual(value.Name)).Sql ?? place.Value);

    [GeneratedRegex("[{]([a-z]+)[}]")]
    private static partial Regex Place();
}
