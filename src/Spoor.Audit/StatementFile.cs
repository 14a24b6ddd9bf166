using System.Diagnostics;

namespace Spoor.Audit;

/// <summary>The SQL of a report, one embedded file per question.</summary>
internal static class StatementFile
{
    /// <summary>The text of <c>FOLDER/Queries/NAME.sql</c>.</summary>
    public static string Read(string folder, string name)
    {
        using var stream = typeof(StatementFile).Assembly.GetManifestResourceStream($"Spoor.Audit.{folder}.Queries.{name}.sql")
            ?? throw new UnreachableException($"{folder}/Queries/{name}.sql is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
