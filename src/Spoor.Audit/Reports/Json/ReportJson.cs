using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Spoor.Audit.Reports.Json;

/// <summary>The JSON form that all reports share.</summary>
internal static class ReportJson
{
    /// <summary>Snake case, indented, the same line ends everywhere. Control characters stay escaped; letters of all scripts are written as they are.</summary>
    public static JsonSerializerOptions Options(params ReadOnlySpan<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    /// <summary>Writes a report as one JSON object, with a line feed at its end.</summary>
    public static async Task WriteAsync<T>(T report, JsonTypeInfo<T> type, Stream output, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(output, report, type, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }
}
