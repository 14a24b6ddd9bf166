using Spoor.Catalog.Definitions;
using Spoor.Catalog.Projections;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Planning.Conditions;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Tables.Objects;

/// <summary>Finds the partitions of a table that can hold a row which meets the conditions.</summary>
/// <param name="registered">The registered partitions of the table by values.</param>
/// <param name="evaluator">Evaluates conditions over candidates.</param>
/// <param name="now">What NOW means in partition projection.</param>
internal sealed class PartitionPruner(ValueList<Partition> registered, IConditionEvaluator evaluator, DateTimeOffset now)
{
    /// <summary>More candidates than this are a mistake in the table's properties.</summary>
    private const int MaxPartitions = 1_000_000;

    /// <summary>Prunes by those conditions of a read that are over partition columns alone.</summary>
    /// <returns>The partitions, and for each of the request's conjuncts whether it was one of these.</returns>
    /// <exception cref="QueryException">ConstraintViolation: an injected column has no equality.</exception>
    public static (PrunedPartitions Pruned, IReadOnlyList<bool> AreOfPartitions) Prune(
        Table table, TableStorage storage, ValueList<Partition> registered, ReadRequest request, PlanningContext planning)
    {
        var keys = table.PartitionKeys.Select(key => key.Name).ToHashSet();
        var symbols = request.Columns.Where(column => keys.Contains(column.Column)).ToDictionary(column => column.Column, column => column.Symbol);
        var ids = symbols.Values.Select(symbol => symbol.Id).ToHashSet();
        var conditions = request.Conjuncts.Select(conjunct => planning.Sets.Over(ids, conjunct.Condition)).ToList();
        var pruner = new PartitionPruner(registered, planning.Evaluator, planning.Now);
        return (pruner.Prune(table, storage, symbols, conditions.OfType<BoundExpression>().ToList()), conditions.ConvertAll(condition => condition is not null));
    }

    /// <summary>The partitions to read, in the table's order of values. A table without partition keys is one partition.</summary>
    /// <param name="table">A table, not a view.</param>
    /// <param name="storage">Its storage.</param>
    /// <param name="symbols">Symbols of the partition columns that the query uses, by name.</param>
    /// <param name="conjuncts">Conditions over partition columns alone, which the evaluator can run.</param>
    /// <exception cref="QueryException">ConstraintViolation: an injected column has no equality.</exception>
    public PrunedPartitions Prune(Table table, TableStorage storage, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyList<BoundExpression> conjuncts)
    {
        if (table.PartitionKeys.Count == 0)
        {
            return new PrunedPartitions([new KeptPartition([], storage.Location)], IsExact: true, Example: null);
        }

        return PartitionProjection.TryCreate(table) is { } projection
            ? PruneProjected(table, projection, symbols, conjuncts)
            : PruneRegistered(table, symbols, conjuncts);
    }

    private PrunedPartitions PruneProjected(
        Table table, PartitionProjection projection, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyList<BoundExpression> conjuncts)
    {
        var columns = projection.Columns.Select(column => Candidates(table, column, symbols.GetValueOrDefault(column.Name), conjuncts)).ToList();
        var several = conjuncts.Where(conjunct => Uses(conjunct) is { Count: > 1 }).ToList();
        var product = columns.Aggregate(
            (IEnumerable<ValueList<string>>)[[]],
            (rows, column) => rows.SelectMany(row => column.Values.Select(value => row.Append(value).ToValueList())));
        if (columns.Aggregate(1.0, (count, column) => count * column.Values.Count) > MaxPartitions)
        {
            throw TooMany(table);
        }

        var partitions = product
            .Select(row => new KeptPartition(row.Select((value, index) => (string?)projection.Columns[index].ToColumnText(value)).ToValueList(), projection.Location(row)));
        var kept = Filter(table, partitions, symbols, several);
        var unmatched = projection.Columns.Where((column, index) => columns[index].Values.Count == 0 && !column.IsInjected).FirstOrDefault();
        return kept with
        {
            IsExact = kept.IsExact && columns.TrueForAll(column => column.IsExact),
            Example = kept.Partitions.Count > 0 || unmatched is null ? null : ExampleOf(unmatched),
        };
    }

    private (IReadOnlyList<string> Values, bool IsExact) Candidates(Table table, ProjectedColumn column, Symbol? symbol, IReadOnlyList<BoundExpression> conjuncts)
    {
        var named = symbol is null ? null : StaticValues.Find(conjuncts, symbol);
        if (named is null && column.IsInjected)
        {
            throw new QueryException(
                ErrorCode.ConstraintViolation,
                span: null,
                $"For the injected projected partition column {column.Name}, the WHERE clause must contain only static equality conditions, and at least one such condition must be present.",
                $"Add {column.Name} = '...' or {column.Name} IN ('...', '...') to WHERE.");
        }

        var all = named is null ? Limited(table, column.Values(now)).ToList() : Named(column, named);
        var own = symbol is null ? [] : conjuncts.Where(conjunct => Uses(conjunct) is { Count: 1 } used && used.Contains(symbol.Id)).ToList();
        var isDecided = own.Count == 0 || (named is not null && own is [BoundComparison or BoundInList]);
        if (symbol is null || isDecided || all.Count == 0)
        {
            return (all, true);
        }

        var kept = evaluator.Filter([symbol], all.Select(value => (IReadOnlyList<string?>)[column.ToColumnText(value)]).ToList(), own);
        return (kept.Indexes.Select(index => all[index]).ToList(), kept.IsExact);
    }

    private List<string> Named(ProjectedColumn column, IEnumerable<string> texts)
    {
        var values = texts.Select(column.FromColumnText).OfType<string>().Distinct();
        return (column.IsInjected ? values : values.Where(value => column.Contains(value, now))).ToList();
    }

    private PartitionExample? ExampleOf(ProjectedColumn column) =>
        column.Values(now).FirstOrDefault() is { } value ? new PartitionExample(column.Name, column.ToColumnText(value)) : null;

    private PrunedPartitions PruneRegistered(Table table, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyList<BoundExpression> conjuncts)
    {
        var all = registered.Select(partition => new KeptPartition(
            partition.Values.Select(value => value == PartitionNames.DefaultPartition ? null : value).ToValueList(), partition.Location)).ToList();
        var kept = Filter(table, all, symbols, conjuncts) with { Registered = all.Count };
        var used = table.PartitionKeys.TakeWhile(key => !symbols.ContainsKey(key.Name)).Count();
        return kept.Partitions.Count > 0 || conjuncts.Count == 0 || all.Count == 0 || used == table.PartitionKeys.Count
            ? kept
            : kept with { Example = new PartitionExample(table.PartitionKeys[used].Name, all[0].Values[used] ?? "NULL") };
    }

    private PrunedPartitions Filter(
        Table table, IEnumerable<KeptPartition> partitions, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyList<BoundExpression> conjuncts)
    {
        if (conjuncts.Count == 0)
        {
            return new PrunedPartitions(partitions.ToValueList(), IsExact: true, Example: null);
        }

        var all = partitions.ToList();
        var used = table.PartitionKeys.Select((key, index) => (Symbol: symbols.GetValueOrDefault(key.Name), Index: index)).Where(key => key.Symbol is not null).ToList();
        var candidates = all.Select(partition => (IReadOnlyList<string?>)used.Select(key => partition.Values[key.Index]).ToList()).ToList();
        var kept = evaluator.Filter(used.Select(key => key.Symbol).OfType<Symbol>().ToValueList(), candidates, conjuncts);
        return new PrunedPartitions(kept.Indexes.Select(index => all[index]).ToValueList(), kept.IsExact, Example: null);
    }

    // What the evaluator can run needs nothing but columns.
    private static HashSet<int>? Uses(BoundExpression condition) => SymbolUses.Of(condition, _ => true);

    private static IEnumerable<T> Limited<T>(Table table, IEnumerable<T> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (++count > MaxPartitions)
            {
                throw TooMany(table);
            }

            yield return value;
        }
    }

    private static QueryException TooMany(Table table) => new(
        ErrorCode.QueryRejected,
        span: null,
        $"Query over table '{table.Name.Database}.{table.Name.Table}' can potentially read more than {MaxPartitions} partitions",
        "Narrow the partition columns in WHERE, or the ranges in the table's projection properties.");
}
