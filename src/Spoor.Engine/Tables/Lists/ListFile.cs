using System.Text;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Lists;

/// <summary>A file of a person's own as a table to join with: a list of accounts, of addresses, of keys. All its columns are texts.</summary>
public static class ListFile
{
    // Rows are held in memory.
    private const long MaximumLength = 100_000_000;

    // A byte that is replaced would be a key that matches nothing.
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] s_endings = [".csv", ".tsv", ".jsonl", ".ndjson"];

    /// <summary>Why a file cannot be a list, as a sentence without its end; null when it may be one. Its content is not looked at.</summary>
    public static string? ProblemOf(string path) =>
        Directory.Exists(path) ? $"'{path}' is a folder, not a file"
        : !File.Exists(path) ? $"there is no file '{path}'"
        : !s_endings.Contains(Path.GetExtension(path).ToLowerInvariant()) ? $"'{path}' ends with none of {string.Join(", ", s_endings)}, which say how a file is read"
        : new FileInfo(path).Length > MaximumLength ? $"'{path}' is larger than 100 MB, and lists are held in memory: a table of the catalog has no limit"
        : null;

    /// <summary>The table of a file. Its columns are those of the file now.</summary>
    /// <exception cref="QueryException">The file cannot be read, or its content is no list.</exception>
    public static Table Declare(TableName name, string path)
    {
        var columns = Read(path).Columns.Select(column => new Column(column, VarcharType.Unbounded, Comment: null)).ToValueList();
        return new Table(name, columns, [], new TableStorage(Path.GetFullPath(path), "", [], TableStorage.ListInputFormat, ""), [], Comment: null, DateTimeOffset.UnixEpoch, ViewText: null);
    }

    /// <summary>What is in a file.</summary>
    internal static ListContent Read(string path)
    {
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => DelimitedList.Read(path, ",", s_encoding),
                ".tsv" => DelimitedList.Read(path, "\t", s_encoding),
                _ => JsonLinesList.Read(path, s_encoding),
            };
        }
        catch (DecoderFallbackException exception)
        {
            throw new QueryException(ErrorCode.HiveBadData, span: null, $"{path} is not UTF-8", "Save it as UTF-8.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new QueryException(ErrorCode.HiveCannotOpenSplit, span: null, $"{path} cannot be read: {exception.Message.TrimEnd('.')}", hint: null, exception);
        }
    }
}
