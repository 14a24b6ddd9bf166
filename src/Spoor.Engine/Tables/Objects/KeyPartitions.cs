using System.Runtime.CompilerServices;
using Spoor.CloudTrail.Names;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Tables.Objects;

/// <summary>Partitions that nobody declared: each object's key tells its account, region and day. Conditions on them are checked as the objects are listed (partition pruning).</summary>
/// <param name="Parts">The parts that the query uses.</param>
/// <param name="Symbols">Their columns, as the query knows them.</param>
/// <param name="Conditions">Conditions over these columns alone.</param>
internal sealed record KeyPartitions(ValueList<KeyPart> Parts, ValueList<Symbol> Symbols, ValueList<BoundExpression> Conditions)
{
    /// <summary>The pages with their objects' values, without the objects that no condition's row can come from. An object whose key tells nothing stays: its records do.</summary>
    /// <param name="pages">The listing.</param>
    /// <param name="context">Evaluates the conditions, and counts what is passed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<ScanPage> OfAsync(IAsyncEnumerable<ScanPage> pages, ReadContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var nothing = Parts.Select(_ => (string?)null).ToValueList();
        var kept = new Dictionary<ValueList<string?>, bool> { [nothing] = true };
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            var objects = page.Entries.Select(entry => (Entry: entry, Values: Values(entry) ?? nothing)).ToList();
            Decide(objects.Select(item => item.Values).Distinct().Where(values => !kept.ContainsKey(values)).ToList(), kept, context);
            context.Statistics.AddPruned(objects.Count(item => !kept[item.Values]));
            foreach (var group in Runs(objects.Where(item => kept[item.Values])))
            {
                yield return page with { Entries = group.Entries.ToValueList(), PartitionValues = group.Values };
            }
        }
    }

    private ValueList<string?>? Values(ObjectEntry entry) =>
        CloudTrailObjectName.TryParse(entry.Name.Key, out var name) && name is not null ? Parts.Select(part => (string?)KeyParts.In(name, part)).ToValueList() : null;

    private void Decide(List<ValueList<string?>> candidates, Dictionary<ValueList<string?>, bool> kept, ReadContext context)
    {
        if (candidates.Count == 0)
        {
            return;
        }

        var met = Conditions.Count == 0 ? null : context.Evaluator.Filter(Symbols, candidates.ConvertAll(values => (IReadOnlyList<string?>)values), Conditions).Indexes.ToHashSet();
        for (var i = 0; i < candidates.Count; i++)
        {
            kept[candidates[i]] = met?.Contains(i) != false;
        }
    }

    // Objects are read in the order of the listing, in which those of a partition stand together.
    private static IEnumerable<(ValueList<string?> Values, List<ObjectEntry> Entries)> Runs(IEnumerable<(ObjectEntry Entry, ValueList<string?> Values)> objects)
    {
        (ValueList<string?> Values, List<ObjectEntry> Entries)? run = null;
        foreach (var (entry, values) in objects)
        {
            if (run is { } open && open.Values.Equals(values))
            {
                open.Entries.Add(entry);
                continue;
            }

            if (run is { } done)
            {
                yield return done;
            }

            run = (values, [entry]);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }
}
