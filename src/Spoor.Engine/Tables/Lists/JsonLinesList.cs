using System.Text;
using System.Text.Json;
using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Engine.Tables.Lists;

/// <summary>JSON lines: an object on each, whose members are columns. What is no text is the column's text as written.</summary>
internal static class JsonLinesList
{
    public static ListContent Read(string path, Encoding encoding)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var objects = new List<Dictionary<int, object?>>();
        var line = 0L;
        foreach (var text in File.ReadLines(path, encoding))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text))
            {
                objects.Add(Members(path, line, text, positions));
            }
        }

        if (positions.Count == 0)
        {
            throw new QueryException(ErrorCode.TableHasNoColumns, span: null, $"{path} is empty", "It has to hold an object on each line.");
        }

        var columns = positions.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToValueList();
        return new ListContent(columns, objects.Select(members => Enumerable.Range(0, columns.Count).Select(column => members.GetValueOrDefault(column)).ToValueList()).ToValueList());
    }

    private static Dictionary<int, object?> Members(string path, long line, string text, Dictionary<string, int> positions)
    {
        const string Hint = "Each line has to be one JSON object; jq -c '.[]' makes lines of an array.";
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw ListContent.Bad(path, line, "not an object", Hint);
            }

            var values = new Dictionary<int, object?>();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                var name = member.Name.ToLowerInvariant();
                var position = positions.TryGetValue(name, out var known) ? known : positions[name] = positions.Count;
                if (!values.TryAdd(position, Text(member.Value)))
                {
                    throw ListContent.Bad(path, line, $"member '{name}' is there twice", "Names are compared ignoring case.");
                }
            }

            return values;
        }
        catch (JsonException)
        {
            throw ListContent.Bad(path, line, "not valid JSON", Hint);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
