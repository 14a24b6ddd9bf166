namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>A running scan that several threads drain together; each object is read by one thread.</summary>
public interface IObjectScan : IDisposable
{
    /// <summary>What has been done so far.</summary>
    ScanStatistics Statistics { get; }

    /// <summary>Stops the scan. Afterwards nothing but readers that still run adds to <see cref="Statistics"/>.</summary>
    Task StopAsync();

    /// <summary>A reader for one thread. It takes the next object when it has finished one.</summary>
    IScanReader CreateReader();
}

/// <summary>One thread's part of a scan.</summary>
public interface IScanReader : IDisposable
{
    /// <summary>
    /// Fills at most <paramref name="maxRows"/> rows, from index 0, into the writers: those of the request's columns, then object columns, then partition columns.
    /// </summary>
    /// <returns>The number of rows; 0 when the scan is over.</returns>
    /// <exception cref="Spoor.Core.Errors.QueryException">HiveCursorError or HiveBadData, with object and byte offset, when the policy is to fail.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    int Read(ReadOnlySpan<ColumnWriter> writers, int maxRows, CancellationToken cancellationToken);
}
