using System.Buffers;
using System.Text.Json;

namespace Spoor.CloudTrail.Samples.Scenarios;

/// <summary>Writes a JSON text again with its objects' members in another order: CloudTrail promises none.</summary>
internal static class MemberOrder
{
    public static void Shuffle(ReadOnlySpan<byte> text, IBufferWriter<byte> target, JsonWriterOptions options, SampleRandom random)
    {
        var reader = new Utf8JsonReader(text);
        using var document = JsonDocument.ParseValue(ref reader);
        using var json = new Utf8JsonWriter(target, options);
        Write(document.RootElement, json, random);
    }

    private static void Write(JsonElement element, Utf8JsonWriter json, SampleRandom random)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            // As it stands, so that escapes and the form of numbers stay.
            json.WriteRawValue(element.GetRawText(), skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        foreach (var member in Shuffled(element, random))
        {
            json.WritePropertyName(member.Name);
            Write(member.Value, json, random);
        }

        json.WriteEndObject();
    }

    private static List<JsonProperty> Shuffled(JsonElement element, SampleRandom random)
    {
        var members = element.EnumerateObject().ToList();
        for (var i = members.Count - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (members[i], members[other]) = (members[other], members[i]);
        }

        return members;
    }
}
