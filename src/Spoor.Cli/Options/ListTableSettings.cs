using System.CommandLine;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Core.Errors;
using Spoor.Engine.Tables.Lists;
using Spoor.Sql.Tables;

namespace Spoor.Cli.Options;

/// <summary><c>--table NAME=FILE</c>: lists at hand as tables to join with.</summary>
internal sealed class ListTableSettings
{
    private readonly Option<string[]> _tables = new("--table") { Description = "A .csv, .tsv, .jsonl or .ndjson file as a table, all columns varchar; may be repeated.", HelpName = "NAME=FILE", DefaultValueFactory = _ => [] };

    /// <summary>An option that refuses what is no table.</summary>
    public ListTableSettings() => _tables.Validators.Add(result =>
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in result.Tokens)
        {
            var (name, file) = Split(token.Value);
            var problem = !IsName(name) || file.Length == 0 ? $"'{token.Value}' is not NAME=FILE, such as accounts=accounts.csv. A name is of letters, digits and '_', and begins with no digit"
                : names.Add(name) ? ListFile.ProblemOf(file)
                : $"table '{name}' is given twice";
            if (problem is not null)
            {
                result.AddError($"--table: {problem}.");
            }
        }
    });

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(_tables);

    /// <summary>The catalog with the lists in front of it. They are read when a statement names them.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="database">Where the lists are.</param>
    /// <param name="parsed">The command line.</param>
    public ICatalog Over(ICatalog catalog, string database, ParseResult parsed)
    {
        var files = (parsed.GetValue(_tables) ?? []).Select(Split).ToDictionary(table => table.Name, table => table.File, StringComparer.Ordinal);
        return files.Count == 0 ? catalog : new OverlaidCatalog(catalog, database, files.Keys.ToHashSet(StringComparer.Ordinal), FindAsync);

        async Task<Table> FindAsync(string name, CancellationToken cancellationToken)
        {
            var table = new TableName(TableName.DefaultCatalog, database, name);
            return await catalog.FindTableAsync(table, cancellationToken) is null ? ListFile.Declare(table, files[name]) : throw new QueryException(
                ErrorCode.TableAlreadyExists, span: null, $"--table {name}={files[name]}: there is a table {database}.{name} already", "Give the file another name.");
        }
    }

    private static (string Name, string File) Split(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0 ? (text[..equals].ToLowerInvariant(), text[(equals + 1)..]) : (text, "");

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
