using System.Globalization;
using Spoor.CloudTrail.Names;
using Spoor.CloudTrail.Scan;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Tables;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Tables.Objects;

/// <summary>A read of the objects of some folders.</summary>
/// <param name="Table">The table.</param>
/// <param name="Output">One symbol per writer of the scan; those of partition columns are texts.</param>
/// <param name="Scan">How objects are read.</param>
/// <param name="PartitionColumns">The partition columns that the query uses, with the types that it knows; the last symbols of <paramref name="Output"/> hold their texts.</param>
/// <param name="Folders">Where the objects lie, one folder for each partition; one for a table without partitions.</param>
internal sealed record ObjectRead(TableName Table, ValueList<Symbol> Output, ScanRequest Scan, ValueList<Symbol> PartitionColumns, ValueList<ListedPartition> Folders)
    : TableRead(Table, Output)
{
    /// <summary>What pruning left of each partition key.</summary>
    public ValueList<KeptValues> Kept { get; init; } = [];

    /// <summary>How many partitions are registered; null where that is not how the table has its partitions.</summary>
    public long? Registered { get; init; }

    /// <summary>The table's own folder.</summary>
    public required ObjectName Location { get; init; }

    /// <summary>Whether a listing that finds nothing at all is explained.</summary>
    public bool ExplainsEmpty { get; init; }

    /// <summary>The partitions, where keys tell them; null for a table that declares its own, or has none.</summary>
    public KeyPartitions? Keys { get; init; }

    /// <summary>The columns of <see cref="PartitionColumns"/>, where keys tell them: symbols of the members that say the same of a record.</summary>
    public ValueList<Symbol> Fallbacks { get; init; } = [];

    /// <summary>What planning noticed.</summary>
    public ValueList<string> Hints { get; init; } = [];

    /// <inheritdoc/>
    public override int ReorderableCount => Scan.Columns.Count;

    /// <summary>The objects, page by page as they are listed. Every enumeration lists anew.</summary>
    public IAsyncEnumerable<ScanPage> ListAsync(ReadContext context, CancellationToken cancellationToken)
    {
        var empty = ExplainsEmpty ? new EmptyListing(context.Objects, context.Statistics, Location, Registered == 0) : null;
        var pages = new PartitionLister(context.Objects, empty).ListAsync(Folders, cancellationToken);
        return Keys is null ? pages : Keys.OfAsync(pages, context, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<string?> MeasureAsync(ReadContext context, CancellationToken cancellationToken)
    {
        var (objects, bytes) = (0L, 0L);
        await foreach (var page in ListAsync(context, cancellationToken))
        {
            objects += page.Entries.Count;
            bytes += page.Entries.Sum(entry => entry.Size);
        }

        context.Statistics.AddListed(objects);
        return string.Create(CultureInfo.InvariantCulture, $"objects: {objects}, bytes: {bytes}, partitions: {Folders.Count}");
    }

    /// <inheritdoc/>
    public override async Task<ReadSurvey?> SurveyAsync(ReadContext context, CancellationToken enough, CancellationToken cancellationToken)
    {
        var survey = new ReadSurvey(0, 0, null, null, IsWhole: true);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(enough, cancellationToken);
        try
        {
            await foreach (var page in ListAsync(context, stop.Token))
            {
                foreach (var entry in page.Entries)
                {
                    survey = survey.With(entry.Size, CloudTrailObjectName.TryParse(entry.Name.Key, out var name) ? name?.Day : null);
                }
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return survey with { IsWhole = false };
        }

        return survey;
    }

    /// <inheritdoc/>
    public override IObjectScan Start(ReadContext context, CancellationToken cancellationToken) => ObjectScan.Start(
        Scan, new ScanContext(ListAsync(context, cancellationToken), context.Objects, context.Statistics), context.Following, cancellationToken);

    /// <inheritdoc/>
    public override void Announce(ScanStatistics statistics)
    {
        statistics.AddScan();
        if (Registered is { } registered)
        {
            statistics.AddPartitions(Folders.Count, registered);
        }

        foreach (var hint in Hints)
        {
            statistics.AddHint(hint);
        }
    }

    /// <inheritdoc/>
    public override TableRead Limited(long rows) => this with { Scan = Scan with { RowLimit = rows } };

    /// <inheritdoc/>
    public override TableRead Reordered(ValueList<int> order)
    {
        var columns = order.Select(column => Scan.Columns[column] with { FieldNumber = Scan.Columns[column].FieldNumber ?? column });
        return this with
        {
            Scan = Scan with { Columns = columns.ToValueList() },
            Output = order.Select(column => Output[column]).Concat(Output.Skip(order.Count)).ToValueList(),
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Describe()
    {
        foreach (var key in Kept.Where(key => key.Values.Count > 0))
        {
            yield return $"partition {key.Name}: {key}";
        }

        if (Keys is { Conditions.Count: > 0 } keys)
        {
            yield return $"objects passed by their keys: conditions on {string.Join(", ", keys.Symbols.Select(symbol => symbol.Name))}";
        }

        yield return $"format: {Scan.Format}";
        yield return $"leaves: {(Scan.Columns.Count == 0 ? "none" : string.Join(", ", Scan.Columns.Select(column => $"{string.Join('.', column.Path)} {column.Type}")))}";
        if (Scan.Filter is not null)
        {
            yield return $"filter: {FilterText.Print(Scan.Filter)}";
        }

        if (ObjectScan.DescribeSearch(Scan) is { } search)
        {
            yield return $"searched in bytes first: {search}";
        }

        if (Scan.RowLimit is { } limit)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"stops after: {limit} rows");
        }
    }

    /// <summary>The scan, and casts where a partition column is no text.</summary>
    public override BoundRelation ToRelation(int number)
    {
        var own = Output.Take(Output.Count - PartitionColumns.Count);
        return Keys is null
            ? TextCasts.Over(base.ToRelation(number), Output, own.Concat(PartitionColumns).ToValueList())
            : new BoundProject(base.ToRelation(number), own.Select(symbol => new BoundAssignment(symbol, new BoundColumn(symbol, default))).Concat(KeyColumns(Keys)).ToValueList());
    }

    // What the key tells, else what the record does.
    private IEnumerable<BoundAssignment> KeyColumns(KeyPartitions keys)
    {
        for (var i = 0; i < PartitionColumns.Count; i++)
        {
            var (wanted, text) = (PartitionColumns[i], Output[Output.Count - PartitionColumns.Count + i]);
            var values = new[] { new BoundColumn(text, default), KeyParts.FromMember(keys.Parts[i], Fallbacks[i]) }.Select(value => KeyParts.As(wanted.Type, value)).ToValueList();
            yield return new BoundAssignment(wanted, new BoundCoalesce(values, wanted.Type, default));
        }
    }
}

/// <summary>The values of a partition key whose partitions are read; null for SQL NULL.</summary>
internal sealed record KeptValues(string Name, ValueList<string?> Values)
{
    /// <summary>Up to three values, or how many, and their range.</summary>
    public override string ToString()
    {
        var texts = Values.Select(value => value is null ? "NULL" : $"'{value}'").Order(StringComparer.Ordinal).ToList();
        return texts.Count <= 3 ? string.Join(", ", texts) : string.Create(CultureInfo.InvariantCulture, $"{texts.Count} values, {texts[0]} to {texts[^1]}");
    }
}
