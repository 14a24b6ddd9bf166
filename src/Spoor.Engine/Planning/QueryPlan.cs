using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>A query ready to run.</summary>
/// <param name="Relation">Over <see cref="PlannedScan"/>s; its output is the result's columns.</param>
/// <param name="Columns">Names and types of the result.</param>
/// <param name="Scans">By <see cref="PlannedScan.Number"/>.</param>
internal sealed record QueryPlan(BoundRelation Relation, ValueList<ResultColumn> Columns, ValueList<ScanPlan> Scans)
{
    /// <summary>The same plan after listing the objects of its scans, for people to look at.</summary>
    public async Task<QueryPlan> ListAsync(CancellationToken cancellationToken)
    {
        var listed = new List<ScanPlan>();
        foreach (var scan in Scans)
        {
            listed.Add(await scan.ListAsync(cancellationToken));
        }

        return this with { Scans = listed.ToValueList() };
    }
}
