using System.Globalization;
using System.Text.Json;

namespace Spoor.Samples.Records;

/// <summary>One record to be written, in CloudTrail's order of keys. Nested values are JSON text.</summary>
internal sealed record SampleEvent
{
    public required string EventId { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>Account whose trail has the record: <c>recipientAccountId</c>.</summary>
    public required string Account { get; init; }

    public required string Region { get; init; }

    public required string Source { get; init; }

    public required string Name { get; init; }

    public string Version { get; init; } = "1.10";

    public string? Identity { get; init; }

    public string Address { get; init; } = "";

    public string UserAgent { get; init; } = "";

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string? Request { get; init; }

    public string? Response { get; init; }

    public string? Additional { get; init; }

    public string? RequestId { get; init; }

    public bool? ReadOnly { get; init; }

    public string? Resources { get; init; }

    public string EventType { get; init; } = "AwsApiCall";

    public string? ApiVersion { get; init; }

    public string Category { get; init; } = "Management";

    public string? ServiceDetails { get; init; }

    public string? SharedEventId { get; init; }

    public string? VpcEndpointId { get; init; }

    public string? TlsHost { get; init; }

    public bool FromConsole { get; init; }

    /// <summary>Other members, as <c>"name":value</c> with a comma between, for shapes that few records have.</summary>
    public string? Extra { get; init; }

    /// <summary>Members that are left out, as older records and some services do.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    public string TimeText => Text(Time);

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("eventVersion", Version);
        WriteRaw(json, "userIdentity", Identity);
        json.WriteString("eventTime", TimeText);
        json.WriteString("eventSource", Source);
        json.WriteString("eventName", Name);
        json.WriteString("awsRegion", Region);
        json.WriteString("sourceIPAddress", Address);
        json.WriteString("userAgent", UserAgent);
        WriteText(json, "errorCode", ErrorCode);
        WriteText(json, "errorMessage", ErrorMessage);
        WriteRaw(json, "requestParameters", Request ?? "null");
        WriteRaw(json, "responseElements", Response ?? "null");
        WriteRaw(json, "additionalEventData", Additional);
        WriteText(json, "requestID", RequestId);
        json.WriteString("eventID", EventId);
        WriteRest(json);
        json.WriteEndObject();
    }

    private void WriteRest(Utf8JsonWriter json)
    {
        if (ReadOnly is { } readOnly)
        {
            json.WriteBoolean("readOnly", readOnly);
        }

        WriteRaw(json, "resources", Resources);
        json.WriteString("eventType", EventType);
        WriteText(json, "apiVersion", ApiVersion);
        json.WriteBoolean("managementEvent", Category == "Management");
        json.WriteString("recipientAccountId", Account);
        WriteText(json, "sharedEventID", SharedEventId);
        WriteRaw(json, "serviceEventDetails", ServiceDetails);
        WriteText(json, "vpcEndpointId", VpcEndpointId);
        json.WriteString("eventCategory", Category);
        if (TlsHost is not null)
        {
            WriteRaw(json, "tlsDetails", $$"""{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"{{TlsHost}}"}""");
        }

        if (FromConsole)
        {
            // A text, as CloudTrail writes it, although it can only be true.
            json.WriteString("sessionCredentialFromConsole", "true");
        }

        if (Extra is not null)
        {
            using var extra = JsonDocument.Parse("{" + Extra + "}");
            foreach (var member in extra.RootElement.EnumerateObject())
            {
                member.WriteTo(json);
            }
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }
}
