using System.Diagnostics;
using System.Globalization;
using Spoor.CloudTrail.Scan;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>A plan for people: operators from the result down, and what each scan reads.</summary>
internal static class PlanText
{
    /// <summary>One line per operator, indented by depth. The plan's scans have been listed.</summary>
    public static IEnumerable<string> Lines(QueryPlan plan) => Lines(plan.Relation, plan, 0);

    private static IEnumerable<string> Lines(BoundRelation relation, QueryPlan plan, int depth)
    {
        var indent = new string(' ', depth * 2);
        yield return $"{indent}{Title(relation)} [{string.Join(", ", relation.Output.Select(Name))}]";
        if (relation is PlannedScan scan)
        {
            foreach (var line in ScanLines(plan.Scans[scan.Number]))
            {
                yield return $"{indent}    {line}";
            }
        }

        foreach (var line in Inputs(relation).SelectMany(input => Lines(input, plan, depth + 1)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> ScanLines(ScanPlan scan)
    {
        var request = scan.Request;
        yield return string.Create(CultureInfo.InvariantCulture, $"objects: {scan.Listed?.Objects}, bytes: {scan.Listed?.Bytes}, partitions: {scan.Partitions.Count}");
        foreach (var values in PartitionValues(scan))
        {
            yield return values;
        }

        yield return $"format: {request.Format}";
        yield return $"leaves: {(request.Columns.Count == 0 ? "none" : string.Join(", ", request.Columns.Select(column => $"{string.Join('.', column.Path)} {column.Type}")))}";
        if (request.Filter is not null)
        {
            yield return $"filter: {FilterText.Print(request.Filter)}";
        }

        if (request.DescribeSearch() is { } search)
        {
            yield return $"searched in bytes first: {search}";
        }

        if (request.RowLimit is { } limit)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"stops after: {limit} rows");
        }
    }

    /// <summary>What pruning left of each partition column.</summary>
    private static IEnumerable<string> PartitionValues(ScanPlan scan)
    {
        for (var key = 0; key < scan.Table.PartitionKeys.Count && scan.Partitions.Count > 0; key++)
        {
            var values = scan.Partitions.Select(partition => partition.Values[key]).Distinct().Select(value => value is null ? "NULL" : $"'{value}'").Order(StringComparer.Ordinal).ToList();
            var range = values.Count <= 3 ? string.Join(", ", values) : string.Create(CultureInfo.InvariantCulture, $"{values.Count} values, {values[0]} to {values[^1]}");
            yield return $"partition {scan.Table.PartitionKeys[key].Name}: {range}";
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
