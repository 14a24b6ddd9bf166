using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>What one run of a <see cref="ScanRequest"/> works with.</summary>
/// <param name="Objects">What to read, page by page as it is listed.</param>
/// <param name="Store">Where the objects are.</param>
/// <param name="Statistics">Where the scan counts; one statement's scans share it.</param>
public sealed record ScanContext(IAsyncEnumerable<ScanPage> Objects, IObjectStore Store, ScanStatistics Statistics);
