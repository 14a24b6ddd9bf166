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

    /// <summary>Whether the endpoint lists keys in no order, as S3's directory buckets do; then all keys of a listing are remembered, to see that none comes twice.</summary>
    public bool Unordered { get; init; }

    /// <summary>Seconds that one try may bring nothing; 30 when null.</summary>
    public double? SilenceSeconds { get; init; }

    /// <summary>What all transfers together must bring; 5,000 when null.</summary>
    public double? LeastBytesPerSecond { get; init; }

    /// <summary>Seconds that they may bring less before the statement fails; 120 when null.</summary>
    public double? GiveUpSeconds { get; init; }

    /// <summary>These settings, and for what they leave open those of <paramref name="other"/>.</summary>
    public S3Settings Or(S3Settings other) => new()
    {
        Profile = Profile ?? other.Profile,
        Region = Region ?? other.Region,
        EndpointUrl = EndpointUrl ?? other.EndpointUrl,
        PathStyle = PathStyle ?? other.PathStyle,
        NoSignRequest = NoSignRequest || other.NoSignRequest,
        RequesterPays = RequesterPays || other.RequesterPays,
        Unordered = Unordered || other.Unordered,
        SilenceSeconds = SilenceSeconds ?? other.SilenceSeconds,
        LeastBytesPerSecond = LeastBytesPerSecond ?? other.LeastBytesPerSecond,
        GiveUpSeconds = GiveUpSeconds ?? other.GiveUpSeconds,
    };
}
