using System.Diagnostics;
using System.Globalization;
using Spoor.Engine.Planning.Sources;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>A plan for people: operators from the result down, and what each scan reads.</summary>
internal static class PlanText
{
    /// <summary>One line per operator, indented by depth.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sizes">For each read, what it would read; null where that is not known.</param>
    public static IEnumerable<string> Lines(QueryPlan plan, IReadOnlyList<string?> sizes) => Lines(plan.Relation, plan, sizes, 0);

    private static IEnumerable<string> Lines(BoundRelation relation, QueryPlan plan, IReadOnlyList<string?> sizes, int depth)
    {
        var indent = new string(' ', depth * 2);
        yield return $"{indent}{Title(relation)} [{string.Join(", ", relation.Output.Select(Name))}]";
        if (relation is PlannedScan scan)
        {
            var size = sizes[scan.Number] is { } known ? new[] { known } : [];
            foreach (var line in size.Concat(plan.Reads[scan.Number].Describe()))
            {
                yield return $"{indent}    {line}";
            }
        }

        foreach (var line in Inputs(relation).SelectMany(input => Lines(input, plan, sizes, depth + 1)))
        {
            yield return line;
        }
    }

    private static string Title(BoundRelation relation) => relation switch
    {
        PlannedScan scan => $"Scan {scan.Table}",
        StoredScan stored => $"Read {stored.Table}",
        BoundJoin join => $"{join.Kind}Join{(join.IsLateral ? " lateral" : "")}",
        BoundLimit limit => string.Create(CultureInfo.InvariantCulture, $"Limit {limit.Count}{(limit.Offset > 0 ? $" offset {limit.Offset}" : "")}"),
        BoundSetOperation operation => $"{operation.Operator}{(operation.IsDistinct ? "" : " all")}",
        BoundNamedQueryScan use => string.Create(CultureInfo.InvariantCulture, $"NamedQuery {use.QueryId}"),
        _ => relation.GetType().Name["Bound".Length..],
    };

    private static IEnumerable<BoundRelation> Inputs(BoundRelation relation) => relation switch
    {
        BoundFilter filter => [filter.Input],
        BoundProject project => [project.Input],
        BoundAggregate aggregate => [aggregate.Input],
        BoundWindow window => [window.Input],
        BoundSort sort => [sort.Input],
        BoundLimit limit => [limit.Input],
        BoundDistinct distinct => [distinct.Input],
        BoundSample sample => [sample.Input],
        BoundJoin join => [join.Left, join.Right],
        BoundSetOperation operation => [operation.Left, operation.Right],
        BoundWith with => [with.Body, .. with.Queries.SelectMany(query => query.RecursiveStep is { } step ? new[] { query.Query, step } : [query.Query])],
        PlannedScan or StoredScan or BoundSingleRow or BoundValues or BoundUnnest or BoundNamedQueryScan => [],
        _ => throw new UnreachableException($"No line of a plan for {relation.GetType().Name}."),
    };

    private static string Name(Symbol symbol) => symbol.Name.Length > 0 ? symbol.Name : string.Create(CultureInfo.InvariantCulture, $"#{symbol.Id}");
}
