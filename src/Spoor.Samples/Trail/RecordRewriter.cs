using System.Buffers;
using System.Text.Json;
using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>Writes a record again: without some members, and with its objects' members in another order, as CloudTrail promises none.</summary>
internal static class RecordRewriter
{
    /// <param name="record">The record's JSON.</param>
    /// <param name="without">Members of the record that are left out.</param>
    /// <param name="order">Shuffles members; null leaves them in their order.</param>
    /// <param name="target">Takes the JSON.</param>
    /// <param name="options">How to write.</param>
    public static void Rewrite(ReadOnlySpan<byte> record, IReadOnlyList<string> without, SampleRandom? order, IBufferWriter<byte> target, JsonWriterOptions options)
    {
        var reader = new Utf8JsonReader(record);
        using var document = JsonDocument.ParseValue(ref reader);
        using var json = new Utf8JsonWriter(target, options);
        Write(document.RootElement, without, order, json);
    }

    private static void Write(JsonElement element, IReadOnlyList<string> without, SampleRandom? order, Utf8JsonWriter json)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            // As it stands, so that escapes and the form of numbers stay.
            json.WriteRawValue(element.GetRawText(), skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        foreach (var member in Ordered(element, order).Where(member => !without.Contains(member.Name)))
        {
            json.WritePropertyName(member.Name);
            Write(member.Value, [], order, json);
        }

        json.WriteEndObject();
    }

    private static List<JsonProperty> Ordered(JsonElement element, SampleRandom? order)
    {
        var members = element.EnumerateObject().ToList();
        for (var i = members.Count - 1; i > 0 && order is not null; i--)
        {
            var other = order.Below(i + 1);
            (members[i], members[other]) = (members[other], members[i]);
        }

        return members;
    }
}
