using System.Buffers;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Errors;

namespace Spoor.CloudTrail.Scan.Input;

/// <summary>An object on its way from the store to a reader: its first bytes in a pooled buffer, and the rest as a stream when it is large. Owns both.</summary>
internal sealed class FetchedObject(ScanObject source, byte[] buffer, int length, Stream? rest, QueryException? error, Action release) : IDisposable
{
    private byte[]? _buffer = buffer;
    private Action? _release = release;

    public ScanObject Source { get; } = source;

    /// <summary>Full name.</summary>
    public string Name => Source.Entry.Name.ToString();

    /// <summary>Whether the bytes come from the local cache and not from the store.</summary>
    public bool IsFromCache { get; init; }

    /// <summary>Why it could not be opened or read; then there are no bytes.</summary>
    public QueryException? Error { get; } = error;

    /// <summary>The bytes that were fetched ahead.</summary>
    public ReadOnlySpan<byte> Head => _buffer.AsSpan(0, length);

    /// <summary>What follows <see cref="Head"/>; null when that is all.</summary>
    public Stream? Rest { get; } = rest;

    /// <summary>Gives buffer, stream and budget back.</summary>
    public void Dispose()
    {
        if (_buffer is { Length: > 0 } pooled)
        {
            ArrayPool<byte>.Shared.Return(pooled);
        }

        _buffer = null;
        Rest?.Dispose();
        _release?.Invoke();
        _release = null;
    }
}
