using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace Spoor.Storage.S3;

/// <summary>Tries requests again that failed for a passing reason: throttling, an error of the server, a broken or silent connection.</summary>
/// <remarks>Waits double from try to try, with jitter so that requests that failed together do not return together.</remarks>
/// <seealso href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/"/>
internal sealed class S3Retry(TimeSpan firstDelay, int attempts = S3Retry.DefaultAttempts)
{
    public const int DefaultAttempts = 9;

    // A server that is not there seldom comes within seconds.
    private const int AttemptsToConnect = 3;

    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(5);

    /// <summary>Runs a request until it succeeds, fails for good, or has failed too often; then its last exception is thrown.</summary>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await request(cancellationToken);
            }
            catch (Exception exception) when (ShallRetry(exception, attempt, cancellationToken))
            {
                await DelayAsync(attempt, cancellationToken);
            }
        }
    }

    /// <summary>Whether a request that failed for the <paramref name="attempt"/>th time (from 1) is worth another try.</summary>
    public bool ShallRetry(Exception exception, int attempt, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && attempt < (CannotConnect(exception) ? AttemptsToConnect : attempts) && IsPassing(exception);

    /// <summary>Waits after the <paramref name="attempt"/>th failure.</summary>
    public Task DelayAsync(int attempt, CancellationToken cancellationToken)
    {
        var longest = Math.Min(s_longestDelay.TotalMilliseconds, firstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
#pragma warning disable CA5394 // Jitter needs no secrecy.
        return Task.Delay(TimeSpan.FromMilliseconds(longest * (0.5 + (Random.Shared.NextDouble() / 2))), cancellationToken);
#pragma warning restore CA5394
    }

    private static bool IsPassing(Exception exception) => exception switch
    {
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout } => true,
        AmazonServiceException { ErrorCode: "SlowDown" or "Throttling" or "ThrottlingException" or "RequestTimeout" or "InternalError" } => true,
        HttpRequestException or IOException or SocketException or TimeoutException or OperationCanceledException => true,
        { InnerException: { } inner } => IsPassing(inner),
        _ => false,
    };

    private static bool CannotConnect(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => true,
        { InnerException: { } inner } => CannotConnect(inner),
        _ => false,
    };
}
