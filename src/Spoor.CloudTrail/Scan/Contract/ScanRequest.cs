using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>How many objects are read as rows. Data alone: which objects, and whatever changes while they are read, is the <see cref="ScanContext"/>'s.</summary>
/// <param name="Format">How to cut and read.</param>
/// <param name="Columns">Record columns in the order of the writers; may be empty (<c>count(*)</c>).</param>
/// <param name="ObjectColumns">Object columns, whose writers follow those of <paramref name="Columns"/>.</param>
/// <param name="PartitionColumnCount">Number of partition columns (varchar), whose writers come last.</param>
/// <param name="Filter">What records must meet; one that does not gives no row, unless the scan cannot decide. Null for none.</param>
/// <param name="BadData">Fail or skip.</param>
public sealed record ScanRequest(
    RecordFormat Format,
    ValueList<ScanColumn> Columns,
    ValueList<ObjectColumn> ObjectColumns,
    int PartitionColumnCount,
    ScanFilter? Filter,
    BadDataPolicy BadData)
{
    /// <summary>The table's SERDEPROPERTIES; the OpenX ones count under <see cref="RecordFormat.OpenXJsonLines"/> alone.</summary>
    public SerDeOptions SerDe { get; init; } = SerDeOptions.Default;

    /// <summary>Nobody takes more rows than this; null for all. To be set only where a filter decides everything that rows are left out for.</summary>
    public long? RowLimit { get; init; }

    /// <summary>
    /// Whether records are counted whose <c>eventID</c> was read before in the same scan, whether or not they meet the filter. Every record is then walked:
    /// none is passed for lack of a text.
    /// </summary>
    public bool CountsDuplicates { get; init; }
}

/// <summary>An object and its rows' partition values (null for SQL NULL), in the order of the partition columns that the query uses.</summary>
/// <param name="Entry">The object.</param>
/// <param name="PartitionValues">The values.</param>
/// <param name="IsLookedInto">Whether its first bytes have to say that it is a log, as its name does not.</param>
public sealed record ScanObject(ObjectEntry Entry, ValueList<string?> PartitionValues, bool IsLookedInto = false);
