using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.Engine.Executors.Direct;

/// <summary>Memory for the rows that one thread scans at a time; used again and again.</summary>
internal interface IDirectBatch
{
    /// <summary>Fills the batch anew and returns the number of rows; 0 when the scan is over.</summary>
    int Fill(IScanReader reader, CancellationToken cancellationToken);
}
