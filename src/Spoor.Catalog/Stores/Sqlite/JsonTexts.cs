using System.Text;
using System.Text.Json;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>Small lists as JSON texts, written without reflection: it would cost more than the rest of opening a catalog.</summary>
internal static class JsonTexts
{
    public static string Write(ValueList<string> values) => Write(writer =>
    {
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }
    });

    public static string Write(ValueList<Property> properties) => Write(writer =>
    {
        foreach (var property in properties)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(property.Name);
            writer.WriteStringValue(property.Value);
            writer.WriteEndArray();
        }
    });

    public static ValueList<string> ReadValues(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray().Select(value => value.GetString() ?? "").ToValueList();
    }

    public static ValueList<Property> ReadProperties(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray().Select(pair => new Property(pair[0].GetString() ?? "", pair[1].GetString() ?? "")).ToValueList();
    }

    private static string Write(Action<Utf8JsonWriter> writeElements)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            writeElements(writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
