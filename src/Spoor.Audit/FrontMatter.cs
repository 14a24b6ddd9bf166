using Spoor.Core.Errors;

namespace Spoor.Audit;

/// <summary>A file of SQL that says something about itself first: YAML between two lines of <c>---</c>, then the statement.</summary>
/// <param name="Yaml">The lines between.</param>
/// <param name="QueryStart">Where in the text the statement begins.</param>
internal sealed record FrontMatter(string Yaml, int QueryStart)
{
    private const string Fence = "---";

    /// <summary>Takes a text apart.</summary>
    /// <param name="file">The name that errors say.</param>
    /// <param name="text">The file's content, lines ended by LF.</param>
    /// <param name="shape">What such a file looks like, for the hint.</param>
    /// <exception cref="QueryException">InvalidArguments: a part is missing.</exception>
    public static FrontMatter Split(string file, string text, string shape)
    {
        if (!text.StartsWith($"{Fence}\n", StringComparison.Ordinal))
        {
            throw new QueryException(ErrorCode.InvalidArguments, null, $"{file}:1: the front matter is missing", shape);
        }

        var end = text.IndexOf($"\n{Fence}\n", Fence.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new QueryException(ErrorCode.InvalidArguments, null, $"{file}: the front matter has no end", shape);
        }

        var queryStart = end + Fence.Length + 2;
        return string.IsNullOrWhiteSpace(text[queryStart..])
            ? throw new QueryException(ErrorCode.InvalidArguments, null, $"{file}: there is no query behind the front matter", shape)
            : new FrontMatter(text[(Fence.Length + 1)..(end + 1)], queryStart);
    }
}
