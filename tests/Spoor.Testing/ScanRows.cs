using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Storage.Objects;

namespace Spoor.Testing;

/// <summary>Runs a scan to its end and keeps its rows.</summary>
public sealed class ScanRows
{
    private ScanRows(List<string> rows, ScanStatistics statistics)
    {
        Rows = rows;
        Statistics = statistics;
    }

    /// <summary>Each row as text, its values separated by <c>|</c>, in the order of reading.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The scan's statistics.</summary>
    public ScanStatistics Statistics { get; }

    /// <summary>Reads all rows of a scan on one thread.</summary>
    public static ScanRows Read(TestScan request, IObjectStore store, CancellationToken cancellationToken)
    {
        using var scan = request.Start(store, cancellationToken);
        return Read(request, scan, cancellationToken);
    }

    /// <summary>Reads all rows of a started scan on one thread.</summary>
    public static ScanRows Read(TestScan request, IObjectScan scan, CancellationToken cancellationToken)
    {
        using var reader = scan.CreateReader();
        var writers = WritersFor(request.Plan);
        var rows = new List<string>();
        for (int count; (count = reader.Read(writers, 100, cancellationToken)) > 0;)
        {
            for (var row = 0; row < count; row++)
            {
                rows.Add(string.Join('|', writers.Select(writer => MemoryColumnWriter.Show(writer.ValueAt(row)))));
            }

            Array.ForEach(writers, writer => writer.Clear());
        }

        return new ScanRows(rows, scan.Statistics);
    }

    /// <summary>Writers for all columns of a request.</summary>
    public static MemoryColumnWriter[] WritersFor(ScanRequest request) =>
    [
        .. request.Columns.Select(column => new MemoryColumnWriter(column.Type)),
        .. request.ObjectColumns.Select(column => new MemoryColumnWriter(TypeOf(column))),
        .. Enumerable.Range(0, request.PartitionColumnCount).Select(_ => new MemoryColumnWriter(VarcharType.Unbounded)),
    ];

    private static SqlType TypeOf(ObjectColumn column) => column switch
    {
        ObjectColumn.Path => VarcharType.Unbounded,
        ObjectColumn.IsFollowed => ScalarTypes.Boolean,
        _ => ScalarTypes.BigInt,
    };
}
