using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Rewriting;

/// <summary>Takes hidden columns that a statement does not name out of its scans, and out of projections that merely pass them on.</summary>
internal sealed class HiddenColumnPruner : BoundRewriter
{
    private readonly HashSet<Symbol> _unused;

    private HiddenColumnPruner(HashSet<Symbol> unused) => _unused = unused;

    public static BoundRelation Prune(BoundRelation relation, HashSet<Symbol> unused) =>
        unused.Count == 0 ? relation : new HiddenColumnPruner(unused).Rewrite(relation);

    public override BoundRelation Rewrite(BoundRelation node) => base.Rewrite(node) switch
    {
        BoundScan scan => PruneScan(scan),
        BoundProject project => new BoundProject(project.Input, project.Assignments.Where(assignment => !_unused.Contains(assignment.Symbol)).ToValueList()),
        var other => other,
    };

    private BoundScan PruneScan(BoundScan scan)
    {
        var kept = Enumerable.Range(0, scan.Output.Count).Where(index => !_unused.Contains(scan.Output[index])).ToList();
        return scan with
        {
            Columns = kept.Select(index => scan.Columns[index]).ToValueList(),
            Output = kept.Select(index => scan.Output[index]).ToValueList(),
        };
    }
}
