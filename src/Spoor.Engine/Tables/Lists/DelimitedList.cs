using System.Text;
using Microsoft.VisualBasic.FileIO;
using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Engine.Tables.Lists;

/// <summary>CSV and TSV as RFC 4180 has them: the first line names the columns, fields may stand in double quotes.</summary>
internal static class DelimitedList
{
    public static ListContent Read(string path, string delimiter, Encoding encoding)
    {
        using var parser = new TextFieldParser(path, encoding) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        parser.SetDelimiters(delimiter);
        try
        {
            var columns = Header(path, parser.ReadFields() ?? throw new QueryException(ErrorCode.TableHasNoColumns, span: null, $"{path} is empty", "Its first line has to name the columns."));
            var rows = new List<ValueList<object?>>();
            while (true)
            {
                var line = parser.LineNumber;
                if (parser.ReadFields() is not { } fields)
                {
                    return new ListContent(columns, rows.ToValueList());
                }

                rows.Add(fields.Length == columns.Count ? fields.ToValueList<object?>() : throw ListContent.Bad(
                    path, line, $"{Plural(fields.Length, "field")}, where the first line names {Plural(columns.Count, "column")}", "A field that holds the delimiter has to stand in double quotes."));
            }
        }
        catch (MalformedLineException)
        {
            throw ListContent.Bad(path, parser.ErrorLineNumber, "a field in double quotes does not end where it should", "Two double quotes stand for one in such a field.");
        }
    }

    private static ValueList<string> Header(string path, string[] names)
    {
        var columns = names.Select(name => name.Trim().ToLowerInvariant()).ToValueList();
        return columns.Contains("") ? throw ListContent.Bad(path, 1, $"column {columns.ToList().IndexOf("") + 1} has no name", "The first line has to name all columns.")
            : columns.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice ? throw ListContent.Bad(path, 1, $"column '{twice.Key}' is named twice", "Names are compared ignoring case.")
            : columns;
    }

    private static string Plural(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
