using System.Text;
using System.Text.Json;
using Spoor.Storage.Files;

namespace Spoor.Audit.Watching;

/// <summary>A file that gets each finding, and each change of one, as a line of JSON, exactly once: its own end tells what it has.</summary>
/// <param name="path">The file; it is made when it is not there, and appended to when it is.</param>
public sealed class FindingsFile(string path) : IWatchReceiver
{
    private const int LongestLine = 16 * 1024 * 1024;

    /// <inheritdoc/>
    public string Name { get; } = $"file:{Path.GetFullPath(path)}";

    /// <inheritdoc/>
    public long Resume(long delivered, IReadOnlyList<WatchLine> pending)
    {
        if (!File.Exists(path))
        {
            return delivered;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        var (start, tail) = ReadTail(file);
        var end = tail.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (end < tail.Length)
        {
            // A line that was cut off when the process ended is written anew.
            file.SetLength(start + end);
        }

        var text = Encoding.UTF8.GetString(tail, 0, end).TrimEnd('\n');
        return Read(text[(text.LastIndexOf('\n') + 1)..]) is { } last && pending.Any(line => line.Sequence == last.Sequence && line.Id == last.Id) ? last.Sequence : delivered;
    }

    /// <inheritdoc/>
    public async Task DeliverAsync(IReadOnlyList<WatchLine> lines, CancellationToken cancellationToken)
    {
        var findings = string.Concat(lines.Where(line => line.IsOfFinding).Select(line => $"{line.Json}\n"));
        if (findings.Length == 0)
        {
            return;
        }

        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");
            await using var file = PrivateFiles.Open(path, FileMode.Append, FileShare.Read);
            await file.WriteAsync(Encoding.UTF8.GetBytes(findings), CancellationToken.None); // Not half of it.
            file.Flush(flushToDisk: true);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private static (long Start, byte[] Tail) ReadTail(FileStream file)
    {
        var start = Math.Max(0, file.Length - LongestLine);
        file.Position = start;
        var tail = new byte[file.Length - start];
        file.ReadExactly(tail);
        return (start, tail);
    }

    private static (long Sequence, string Id)? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("sequence", out var sequence) && document.RootElement.TryGetProperty("id", out var id) ? (sequence.GetInt64(), id.GetString() ?? "") : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null; // Not a line of ours.
        }
    }
}
