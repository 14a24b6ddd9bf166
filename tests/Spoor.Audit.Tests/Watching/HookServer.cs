using System.Net;
using System.Net.Sockets;

namespace Spoor.Audit.Tests.Watching;

/// <summary>A web server on this machine that gives the answers it was told to, the last one again and again, and remembers what it was sent.</summary>
internal sealed class HookServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpStatusCode[] _answers;
    private readonly Task _loop;

    public HookServer(params HttpStatusCode[] answers)
    {
        _answers = answers;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Url.ToString());
        _listener.Start();
        _loop = Task.Run(ServeAsync);
    }

    public Uri Url { get; }

    public List<(string? IdempotencyKey, string Body)> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new StreamReader(context.Request.InputStream);
            var answer = _answers[Math.Min(Requests.Count, _answers.Length - 1)];
            Requests.Add((context.Request.Headers["Idempotency-Key"], await body.ReadToEndAsync()));
            context.Response.StatusCode = (int)answer;
            context.Response.Close();
        }
    }
}
