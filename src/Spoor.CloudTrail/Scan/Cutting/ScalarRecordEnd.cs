using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary><see cref="RecordEnd"/> byte by byte: for machines without vectors, and what the vectors are held against.</summary>
internal static class ScalarRecordEnd
{
    /// <inheritdoc cref="RecordEnd.TryFind(ReadOnlySpan{byte}, int, out int, out RecordEscapes)"/>
    public static bool TryFind(ReadOnlySpan<byte> data, int start, out int end, out RecordEscapes escapes)
    {
        escapes = RecordEscapes.None;
        var depth = 1;
        var (inString, isEscaped) = (false, false);
        for (end = start + 1; end < data.Length; end++)
        {
            var value = data[end];
            if (isEscaped)
            {
                escapes |= RecordEscapes.Any | (value is (byte)'u' or (byte)'/' ? RecordEscapes.OfPrintable : 0);
            }
            else if (value == (byte)'"')
            {
                inString = !inString;
            }

            isEscaped = value == (byte)'\\' && !isEscaped;
            if (!inString)
            {
                depth += value switch
                {
                    (byte)'{' or (byte)'[' => 1,
                    (byte)'}' or (byte)']' => -1,
                    _ => 0,
                };
            }

            if (depth == 0)
            {
                end++;
                return true;
            }

            if (depth > JsonWalker.MaxDepth)
            {
                return false;
            }
        }

        return false;
    }
}
