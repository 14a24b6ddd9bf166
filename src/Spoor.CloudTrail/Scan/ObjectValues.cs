using System.Text;

namespace Spoor.CloudTrail.Scan;

/// <summary>The values that rows have from their object: its object columns and partition columns.</summary>
internal sealed class ObjectValues(ScanRequest request)
{
    private readonly byte[]?[] _partitions = new byte[request.PartitionColumnCount][];
    private byte[] _path = [];
    private long _size;
    private long _modified;

    /// <summary>Takes the values of the next object.</summary>
    public void Take(ScanObject source)
    {
        _path = Encoding.UTF8.GetBytes(source.Entry.Name.ToString());
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
    /// <param name="recordOffset">Where the row's record begins in the decompressed object.</param>
    /// <param name="isFollowed">Whether others led to it.</param>
    public void Write(ReadOnlySpan<ColumnWriter> writers, int row, long recordOffset, bool isFollowed)
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
                    writers[i].WriteInt64(row, recordOffset);
                    break;
                case ObjectColumn.IsFollowed:
                    writers[i].WriteBoolean(row, isFollowed);
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
}
