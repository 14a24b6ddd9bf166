using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Spoor.Core.Errors;

namespace Spoor.Audit.Watching;

/// <summary>An address that gets each finding, and each change of one, by POST, at least once: an id that stays the same tells repeats.</summary>
public sealed class Webhook : IWatchReceiver, IDisposable
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);
    private readonly Uri _url;
    private readonly HttpClient _client;
    private readonly TimeSpan _firstWait;

    /// <summary>A hook at an address that <see cref="ParseUrl"/> has read.</summary>
    /// <param name="url">The address.</param>
    /// <param name="firstWait">Before the second attempt; each further wait is twice as long.</param>
    public Webhook(Uri url, TimeSpan? firstWait = null)
    {
        _url = url;
        _firstWait = firstWait ?? TimeSpan.FromSeconds(1);

        // Findings go where the user said, and nowhere else.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <inheritdoc/>
    public string Name => $"webhook:{_url.GetLeftPart(UriPartial.Path)}";

    /// <summary>Reads an address: https, or http to this machine.</summary>
    /// <exception cref="QueryException">InvalidArguments: it is neither.</exception>
    public static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.UserInfo.Length == 0
            ? url
            : throw new QueryException(
                ErrorCode.InvalidArguments, null, $"The webhook '{text}' is not an https address", "Findings name keys and identities: give https://..., or http:// to localhost, without a password in it.");

    /// <inheritdoc/>
    public async Task DeliverAsync(IReadOnlyList<WatchLine> lines, CancellationToken cancellationToken)
    {
        foreach (var line in lines.Where(line => line.IsOfFinding))
        {
            await PostAsync(line, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task PostAsync(WatchLine line, CancellationToken cancellationToken)
    {
        var wait = _firstWait;
        for (var attempt = 1; ; attempt++)
        {
            var (problem, mayPass, asked) = await TryPostAsync(line, cancellationToken);
            if (problem is null)
            {
                return;
            }

            if (!mayPass || attempt == MostAttempts)
            {
                throw new IOException($"{problem}; {line.Id} is sent again later");
            }

            var delay = asked is { } time && time > wait ? time : wait;
            await Task.Delay(delay < s_longestWait ? delay : s_longestWait, cancellationToken);
            wait *= 2;
        }
    }

    [SuppressMessage("Reliability", "CA2025", Justification = "The content lives as long as its request, which is awaited.")]
    private async Task<(string? Problem, bool MayPass, TimeSpan? Asked)> TryPostAsync(WatchLine line, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new StringContent(line.Json, Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", line.Id);
            request.Headers.UserAgent.ParseAdd("spoor-watch");
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode
                ? (null, false, null)
                : ($"it answers {(int)answer.StatusCode}", answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500, answer.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException exception)
        {
            return (exception.Message, true, null);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ("it does not answer", true, null);
        }
    }
}
