using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.CloudTrail.Scan.Input;

/// <content>What an object's first bytes say: how to decompress it, and whether it is what can be read.</content>
internal sealed partial class InputWindow
{
    // Nobody compresses a log so often; a file that decompresses to itself has no end.
    private const int DeepestNesting = 8;

    // A decompressor takes so much at once and says nothing until it has used it.
    private const int CarefulBytes = 64 << 10;

    /// <summary>Whether more of an object is needed than its first bytes, whose name does not say what it is.</summary>
    public static bool MayBeLog(ReadOnlySpan<byte> head) => IsCompressed(head) || ContentKind.BeginsLikeJson(head);

    private static bool IsCompressed(ReadOnlySpan<byte> head) => GzipData.IsStart(head) || ZstdData.IsStart(head);

    private void OpenStream(ReadOnlySpan<byte> head)
    {
        _stored = new ObjectBytes(_source!); // Not null while an object is open.
        Judge(Unwrap(_stored, head));
        if (_reasonToLeaveOut is null)
        {
            Refill();
        }
    }

    /// <summary>Opens all layers of compression, one inside the other, and returns the first bytes of what is in them.</summary>
    private ReadOnlySpan<byte> Unwrap(ObjectBytes stored, ReadOnlySpan<byte> head)
    {
        _data = stored;
        for (var depth = 0; IsCompressed(head); depth++)
        {
            if (depth == DeepestNesting)
            {
                throw new BadDataException(BadDataFault.Cursor(
                    $"object is compressed more than {DeepestNesting} times", "No trail is like that; this looks like a decompression bomb.", null));
            }

            var layer = new DecompressedData(GzipData.IsStart(head) ? new GzipData(_data) : new ZstdData(_data), stored);
            _data = layer;
            head = layer.FillHead();
        }

        return IsCutMagic(head) ? throw DataFault.Truncated().At(0) : head;
    }

    /// <summary>Refuses what cannot be read, and leaves out what is no log where the name promised none.</summary>
    /// <param name="head">The first bytes of what is in all layers.</param>
    private void Judge(ReadOnlySpan<byte> head)
    {
        var source = _source!; // Not null while an object is open.
        if (head.IsEmpty || ContentKind.BeginsLikeJson(head))
        {
            _reasonToLeaveOut = source.Source.IsLookedInto && source.Head.IsEmpty ? "It is empty." : null;
            return;
        }

        var layer = GzipData.IsStart(source.Head) ? " inside gzip" : ZstdData.IsStart(source.Head) ? " inside zstd" : "";
        var kind = ContentKind.Of(head);
        if (source.Source.IsLookedInto && kind is not { MayHoldLogs: true })
        {
            _reasonToLeaveOut = kind is null ? $"It is no JSON{layer}: it begins with {ContentKind.Describe(head)}." : $"It is {kind.Name}{layer}.";
        }
        else if (kind is not null && (kind.IsBinary || options.RefusesOtherText))
        {
            throw new BadDataException(BadDataFault.Cursor($"object is {kind.Name}{layer}", kind.WayOn, null));
        }
        else if (layer.Length == 0)
        {
            RequirePlainName(source.Name, head);
        }
    }

    private static void RequirePlainName(string name, ReadOnlySpan<byte> head)
    {
        if (head.TrimStart(" \t\r\n\uFEFF"u8) is [] or [(byte)'{' or (byte)'[', ..])
        {
            return;
        }

        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadDataException(BadDataFault.Cursor("incorrect header check", "The object is named .gz but holds neither gzip nor JSON.", null));
        }

        if (name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadDataException(BadDataFault.Cursor("Unknown frame descriptor", "The object is named .zst but holds neither zstd nor JSON.", null));
        }
    }

    // The object ends within the number that says how it is compressed.
    private static bool IsCutMagic(ReadOnlySpan<byte> head) => head is [0x1F] or [0x28, 0xB5] or [0x28, 0xB5, 0x2F];

    /// <summary>Where in the decompressed data the reading ended.</summary>
    private long PlaceOf(BadDataException exception)
    {
        var place = _offsetOfBuffer + _filled;
        return exception.LosesData && _source!.Rest is null ? Math.Max(place, FindPlace()) : place; // Not null while an object is open.
    }

    /// <summary>Decompresses an object that is at hand once more, in the end byte by byte, up to where nothing more comes out.</summary>
    private long FindPlace()
    {
        var stored = new ObjectBytes(_source!) { SinglyFrom = Math.Max(0, _stored!.BytesRead - CarefulBytes) }; // Not null while an object is open.
        _data!.Dispose(); // As above.
        var length = 0L;
        try
        {
            Unwrap(stored, _source!.Head);
            Span<byte> passed = stackalloc byte[4 << 10];
            for (var read = 1; read > 0; length += read)
            {
                read = _data.Read(passed);
            }
        }
        catch (BadDataException)
        {
            // Here.
        }

        return length;
    }
}
