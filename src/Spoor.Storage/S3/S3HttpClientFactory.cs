using System.Net;
using Amazon.Runtime;

namespace Spoor.Storage.S3;

/// <summary>The one HTTP client of a store: as the AWS client would make it, with an eye on the answers.</summary>
internal sealed class S3HttpClientFactory : HttpClientFactory
{
    private readonly Lazy<HttpClient> _client = new(Create);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client.Value;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    // Time is watched by S3Waits, which knows what came meanwhile. AWS's client follows redirects itself, as they must be signed anew.
#pragma warning disable CA2000 // The client owns its handlers, and lives as long as the process.
    private static HttpClient Create() => new(new ListingAnswerHandler(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
#pragma warning restore CA2000
}
