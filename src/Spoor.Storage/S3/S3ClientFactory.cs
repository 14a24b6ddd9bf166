using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Spoor.Core.Errors;

namespace Spoor.Storage.S3;

/// <summary>Makes the client that settings describe.</summary>
internal static class S3ClientFactory
{
    /// <exception cref="QueryException">InvalidArguments: the profile does not exist, or the endpoint is no URL.</exception>
    public static AmazonS3Client Create(S3Settings settings)
    {
        var profile = FindProfile(settings.Profile);
        var region = settings.Region ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? profile?.Region?.SystemName ?? "us-east-1";
        var endpoint = EndpointOf(settings);
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.PathStyle ?? endpoint is not null,
            HttpClientFactory = new S3HttpClientFactory(),
            // S3Retry decides; one retry is left to the client because it then also mends a wrong clock.
            MaxErrorRetry = 1,
            ThrottleRetries = false,
            // Whole-object checksums do not hold for ranges, which all but a few reads ask for; TLS and gzip have their own.
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            // Writes send Content-MD5, which other servers know too.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        };
        if (endpoint is null)
        {
            // Named here, because the client's own search would ask the instance metadata service and wait for it elsewhere.
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = RequireUrl(endpoint);
            config.AuthenticationRegion = region;
        }

        return Credentials(settings, profile) is { } credentials ? new AmazonS3Client(credentials, config) : new AmazonS3Client(config);
    }

    /// <summary>The endpoint in place of AWS's; null for AWS's own.</summary>
    public static string? EndpointOf(S3Settings settings) => settings.EndpointUrl ?? Variable("AWS_ENDPOINT_URL_S3") ?? Variable("AWS_ENDPOINT_URL");

    private static AWSCredentials? Credentials(S3Settings settings, CredentialProfile? profile)
    {
        if (settings.NoSignRequest)
        {
            return new AnonymousAWSCredentials();
        }

        // Without --profile, the default chain looks at AWS_PROFILE itself, after the environment.
        return settings.Profile is null || profile is null ? null : profile.GetAWSCredentials(new CredentialProfileStoreChain());
    }

    private static CredentialProfile? FindProfile(string? asked)
    {
        var name = asked ?? Variable("AWS_PROFILE") ?? "default";
        return new CredentialProfileStoreChain().TryGetProfile(name, out var profile) || asked is null
            ? profile
            : throw new QueryException(
                ErrorCode.InvalidArguments,
                null,
                $"The config profile ({name}) could not be found",
                "Profiles stand in ~/.aws/config and ~/.aws/credentials; AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name others.");
    }

    private static string RequireUrl(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")
            ? endpoint
            : throw new QueryException(ErrorCode.InvalidArguments, null, $"'{endpoint}' is not an endpoint URL", "Write it with its scheme, such as http://localhost:9000.");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
