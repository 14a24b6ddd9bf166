using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spoor.Testing;

/// <summary>Writes JSON in another layout: members in another order, white space, escapes, and nulls where there was no member. It says the same.</summary>
public static class JsonLayout
{
    private static readonly string[] s_blanks = ["", "", "", " ", "\n", "\t ", "\r\n"];

    /// <summary>The value in a layout that the seed chooses.</summary>
    public static string Of(JsonNode? node, int seed)
    {
        var text = new StringBuilder();
        Write(node, new Random(seed), text, depth: 0);
        return text.ToString();
    }

    private static void Write(JsonNode? node, Random random, StringBuilder text, int depth)
    {
        switch (node)
        {
            case JsonObject members:
                WriteObject(members, random, text, depth);
                break;
            case JsonArray elements:
                WriteAll('[', ']', [.. elements.Select(element => (Action)(() => Write(element, random, text, depth + 1)))], random, text);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteText(value.GetValue<string>(), random, text);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void WriteObject(JsonObject members, Random random, StringBuilder text, int depth)
    {
        var parts = members.Select(member => (Action)(() =>
        {
            WriteText(member.Key, random, text);
            text.Append(Blank(random)).Append(':').Append(Blank(random));
            Write(member.Value, random, text, depth + 1);
        })).ToList();
        if (depth > 0 && random.Next(4) == 0)
        {
            parts.Add(() => text.Append("\"nothing here\":null"));
        }

        WriteAll('{', '}', [.. parts.OrderBy(_ => random.Next())], random, text);
    }

    private static void WriteAll(char open, char close, List<Action> parts, Random random, StringBuilder text)
    {
        text.Append(open).Append(Blank(random));
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Blank(random));
            parts[i]();
            text.Append(Blank(random));
        }

        text.Append(close);
    }

    private static void WriteText(string value, Random random, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c is '"' or '\\' or < ' ' || random.Next(20) == 0 ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c == '/' && random.Next(2) == 0 ? "\\/" : c);
        }

        text.Append('"');
    }

    private static string Blank(Random random) => s_blanks[random.Next(s_blanks.Length)];
}
