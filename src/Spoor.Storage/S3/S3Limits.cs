namespace Spoor.Storage.S3;

/// <summary>How long a store is waited for. All its transfers are judged together: on a slow link that many share, each alone would look broken.</summary>
internal sealed record S3Limits
{
    /// <summary>How long one try may bring nothing at all, not even the head of an answer; then another connection is tried.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What all transfers together must bring. A tenth of a bad mobile link, a thousand times what a server trickles that is broken.</summary>
    public double LeastBytesPerSecond { get; init; } = 5000;

    /// <summary>How long they may bring less; what came faster before does not count for more than this.</summary>
    public TimeSpan GiveUp { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>After what time of waiting for one thing it is told.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What the settings ask for, and the defaults.</summary>
    public static S3Limits Of(S3Settings settings)
    {
        var limits = new S3Limits();
        return limits with
        {
            Silence = settings.SilenceSeconds is { } silence ? TimeSpan.FromSeconds(silence) : limits.Silence,
            LeastBytesPerSecond = settings.LeastBytesPerSecond ?? limits.LeastBytesPerSecond,
            GiveUp = settings.GiveUpSeconds is { } giveUp ? TimeSpan.FromSeconds(giveUp) : limits.GiveUp,
        };
    }
}
