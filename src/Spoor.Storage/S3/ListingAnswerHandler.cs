using System.Net;

namespace Spoor.Storage.S3;

/// <summary>Looks at the answers to listings before the client does.</summary>
internal sealed class ListingAnswerHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode || request.RequestUri?.Query.Contains("list-type=2", StringComparison.Ordinal) != true)
        {
            return response;
        }

        S3Wait.Current?.Received(0);
        try
        {
            var body = await ReadAsync(response.Content, cancellationToken);
            if (!ListingAnswer.Require(body, response.Content.Headers.ContentType?.MediaType))
            {
                // As botocore does with errors under status 200 (handlers.py): the client then reads the error, and it is tried again.
                response.StatusCode = HttpStatusCode.InternalServerError;
            }

            var content = new ReadOnlyMemoryContent(body);
            foreach (var (name, values) in response.Content.Headers.Where(header => header.Key != "Content-Length"))
            {
                content.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content.Dispose();
            response.Content = content;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            body.Write(buffer, 0, read);
            S3Wait.Current?.Received(read);
            if (body.Length > ListingAnswer.LongestInBytes)
            {
                throw ListingAnswer.TooLong();
            }
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
