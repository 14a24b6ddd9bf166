using System.Globalization;

namespace Spoor.Storage.S3;

/// <summary>One thing that is fetched, an object or the next objects of a listing, over all its tries.</summary>
/// <param name="subject">What it is, for people.</param>
/// <param name="size">Its length; null when it is not known.</param>
internal sealed class S3Work(string subject, long? size)
{
    // A try that brings less has not helped; one that brings more makes the next one the first again, as a large object may break often.
    private const int BytesOfUsefulTry = 4096;

    private long _bytes;
    private long _bytesOfTry;

    /// <summary>What is fetched.</summary>
    public string Subject { get; } = subject;

    /// <summary>Tries in a row that failed and brought next to nothing.</summary>
    public int FailedTries { get; private set; }

    /// <summary>Why the last try failed; null when none did.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>How long it was waited for, without the wait that is going on.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>Counts bytes that came.</summary>
    public void Received(int bytes)
    {
        _bytes += bytes;
        _bytesOfTry += bytes;
    }

    /// <summary>Counts a failed try.</summary>
    public void Failed(Exception exception)
    {
        FailedTries = _bytesOfTry >= BytesOfUsefulTry ? 1 : FailedTries + 1;
        _bytesOfTry = 0;
        LastFailure = S3Errors.Reason(exception);
    }

    /// <summary>Forgets the tries that failed, as one has succeeded: what comes next is another request.</summary>
    public void Succeeded() => (FailedTries, LastFailure, _bytesOfTry) = (0, null, 0);

    /// <summary>How far it has come, such as <c>34 of 160,123 bytes so far</c>.</summary>
    public string Describe()
    {
        var failure = LastFailure is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; try {FailedTries + 1}, the last one failed: {LastFailure}");
        var bytes = (_bytes, size) switch
        {
            (0, _) => "nothing came so far",
            (_, { } whole) => string.Create(CultureInfo.InvariantCulture, $"{_bytes:N0} of {whole:N0} bytes so far"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{_bytes:N0} bytes so far"),
        };
        return bytes + failure;
    }
}
