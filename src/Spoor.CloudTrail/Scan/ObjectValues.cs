using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity;

namespace Spoor.CloudTrail.Scan;

/// <summary>The values that rows have from their object: its object columns and partition columns.</summary>
internal sealed class ObjectValues(ScanRequest request)
{
    private readonly byte[]?[] _partitions = new byte[request.PartitionColumnCount][];
    private byte[] _path = [];
    private string _key = "";
    private long _size;
    private long _modified;

    /// <summary>Takes the values of the next object.</summary>
    public void Take(ScanObject source)
    {
        _path = Encoding.UTF8.GetBytes(source.Entry.Name.ToString());
        _key = source.Entry.Name.Key;
        _size = source.Entry.Size;
        _modified = (source.Entry.LastModified.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        for (var i = 0; i < _partitions.Length; i++)
        {
            _partitions[i] = source.PartitionValues[i] is { } text ? Encoding.UTF8.GetBytes(text) : null;
        }
    }

    /// <summary>Writes them at a row.</summary>
    /// <param name="writers">Writers of the object columns, then of the partition columns.</param>
    /// <param name="row">Index of the row.</param>
    /// <param name="cutter">Is at the row's record.</param>
    /// <param name="isFollowed">Whether others led to it.</param>
    /// <param name="identity">Tells which record it is, where a column asks for that.</param>
    public void Write(ReadOnlySpan<ColumnWriter> writers, int row, RecordCutter cutter, bool isFollowed, RecordIdentity? identity)
    {
        var columns = request.ObjectColumns.AsSpan();
        for (var i = 0; i < columns.Length; i++)
        {
            switch (columns[i])
            {
                case ObjectColumn.Path:
                    writers[i].WriteText(row, _path);
                    break;
                case ObjectColumn.FileSize:
                    writers[i].WriteInt64(row, _size);
                    break;
                case ObjectColumn.RecordOffset:
                    writers[i].WriteInt64(row, cutter.RecordOffset);
                    break;
                case ObjectColumn.IsFollowed:
                    writers[i].WriteBoolean(row, isFollowed);
                    break;
                case ObjectColumn.EventId:
                    WriteEventId(writers[i], row, cutter, identity);
                    break;
                case ObjectColumn.EventContent:
                    WriteEventContent(writers[i], row, cutter, identity);
                    break;
                default:
                    writers[i].WriteInt64(row, _modified);
                    break;
            }
        }

        for (var i = 0; i < _partitions.Length; i++)
        {
            if (_partitions[i] is { } text)
            {
                writers[columns.Length + i].WriteText(row, text);
            }
            else
            {
                writers[columns.Length + i].WriteNull(row);
            }
        }
    }

    private void WriteEventId(ColumnWriter writer, int row, RecordCutter cutter, RecordIdentity? identity)
    {
        if (identity is not null)
        {
            writer.WriteText(row, identity.TryReadId(cutter.Record.Span, cutter.Slots, out var id) ? id : identity.PlaceName(_key, cutter.RecordOffset));
        }
    }

    private static void WriteEventContent(ColumnWriter writer, int row, RecordCutter cutter, RecordIdentity? identity)
    {
        if (identity?.TryReadId(cutter.Record.Span, cutter.Slots, out _) == true)
        {
            writer.WriteInt64(row, unchecked((long)identity.ContentOf(cutter.Record.Span, cutter.Slots)));
        }
        else
        {
            writer.WriteNull(row);
        }
    }
}
