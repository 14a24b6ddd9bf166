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
    public async ValueTask<T> RunAsync<T>(S3Wait wait, Func<CancellationToken, Task<T>> request)
    {
        S3Wait.Current = wait;
        for (Exception? failure = null; ;)
        {
            try
            {
                if (failure is not null)
                {
                    await wait.PauseAsync(DelayAfter(wait.Work));
                }

                return await request(wait.StartTry());
            }
            catch (Exception exception) when (!wait.IsCancelled)
            {
                failure = wait.Fail(exception);
                if (!ShallRetry(failure, wait.Work))
                {
                    throw failure;
                }
            }
        }
    }

    /// <summary>Whether another try is worth it after this failure.</summary>
    public bool ShallRetry(Exception exception, S3Work work) => work.FailedTries < (CannotConnect(exception) ? AttemptsToConnect : attempts) && IsPassing(exception);

    /// <summary>How long to wait after the tries that failed.</summary>
    public TimeSpan DelayAfter(S3Work work)
    {
        var longest = Math.Min(s_longestDelay.TotalMilliseconds, firstDelay.TotalMilliseconds * Math.Pow(2, work.FailedTries - 1));
#pragma warning disable CA5394 // Jitter needs no secrecy.
        return TimeSpan.FromMilliseconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }

    private static bool IsPassing(Exception exception) => exception switch
    {
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout } => true,
        AmazonServiceException { ErrorCode: "SlowDown" or "Throttling" or "ThrottlingException" or "RequestTimeout" or "InternalError" or "ConditionalRequestConflict" or "OperationAborted" } => true,
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
