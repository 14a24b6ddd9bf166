using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Testing;

/// <summary>A scan and what it shall read, in one, for tests that write both down.</summary>
/// <param name="Plan">How to read.</param>
/// <param name="Objects">What to read.</param>
public sealed record TestScan(ScanRequest Plan, IAsyncEnumerable<ScanPage> Objects)
{
    public ScanStatistics Statistics { get; init; } = new();

    public ScanFollowing? Following { get; init; }

    public BadDataPolicy BadData
    {
        get => Plan.BadData;
        init => Plan = Plan with { BadData = value };
    }

    public SerDeOptions SerDe
    {
        get => Plan.SerDe;
        init => Plan = Plan with { SerDe = value };
    }

    public long? RowLimit
    {
        get => Plan.RowLimit;
        init => Plan = Plan with { RowLimit = value };
    }

    public bool CountsDuplicates
    {
        get => Plan.CountsDuplicates;
        init => Plan = Plan with { CountsDuplicates = value };
    }

    public ValueList<ObjectColumn> ObjectColumns
    {
        get => Plan.ObjectColumns;
        init => Plan = Plan with { ObjectColumns = value };
    }

    /// <summary>What a run works with.</summary>
    public ScanContext Over(IObjectStore store) => new(Objects, store, Statistics);

    /// <summary>Starts to read.</summary>
    public ObjectScan Start(IObjectStore store, CancellationToken cancellationToken) => ObjectScan.Start(Plan, Over(store), Following, cancellationToken);
}
