using System.Text.Json.Serialization;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>The serializer of the charts' data, with the encoder that is safe inside HTML.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CognitoCharts))]
internal sealed partial class CognitoChartsJsonContext : JsonSerializerContext;
