namespace Spoor.Storage.S3;

/// <summary>How an S3 endpoint is reached. What is null is found as AWS's own tools find it: environment, then profile.</summary>
public sealed record S3Settings
{
    /// <summary>Profile of the shared configuration and credentials files.</summary>
    public string? Profile { get; init; }

    /// <summary>Region of the buckets; without any, <c>us-east-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>Another endpoint than AWS's; also <c>AWS_ENDPOINT_URL_S3</c> and <c>AWS_ENDPOINT_URL</c>.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>Whether the bucket stands in the path and not in the host name; null: only with another endpoint.</summary>
    public bool? PathStyle { get; init; }

    /// <summary>Whether requests go unsigned, as public buckets allow.</summary>
    public bool NoSignRequest { get; init; }

    /// <summary>Whether the reader agrees to pay for the requests.</summary>
    public bool RequesterPays { get; init; }

    /// <summary>These settings, and for what they leave open those of <paramref name="other"/>.</summary>
    public S3Settings Or(S3Settings other) => new()
    {
        Profile = Profile ?? other.Profile,
        Region = Region ?? other.Region,
        EndpointUrl = EndpointUrl ?? other.EndpointUrl,
        PathStyle = PathStyle ?? other.PathStyle,
        NoSignRequest = NoSignRequest || other.NoSignRequest,
        RequesterPays = RequesterPays || other.RequesterPays,
    };
}
