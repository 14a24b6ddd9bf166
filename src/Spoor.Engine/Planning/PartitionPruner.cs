using Spoor.Catalog;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>Finds the partitions of a table that can hold a row which meets the conditions.</summary>
/// <param name="catalog">Where registered partitions are.</param>
/// <param name="evaluator">Evaluates conditions over candidates.</param>
/// <param name="now">What NOW means in partition projection.</param>
internal sealed class PartitionPruner(ICatalog catalog, IConditionEvaluator evaluator, DateTimeOffset now)
{
    /// <summary>More candidates than this are a mistake in the table's properties.</summary>
    private const int MaxPartitions = 1_000_000;

    /// <summary>The partitions to read, in the table's order of values. A table without partition keys is one partition.</summary>
    /// <param name="table">A table, not a view.</param>
    /// <param name="storage">Its storage.</param>
    /// <param name="symbols">Symbols of the partition columns that the query uses, by name.</param>
    /// <param name="conjuncts">Conditions over partition columns alone.</param>
    /// <exception cref="QueryException">ConstraintViolation: an injected column has no equality.</exception>
    public IEnumerable<KeptPartition> Prune(Table table, TableStorage storage, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyList<BoundExpression> conjuncts)
    {
        if (table.PartitionKeys.Count == 0)
        {
            return [new KeptPartition([], storage.Location)];
        }

        return PartitionProjection.TryCreate(table) is { } projection
            ? PruneProjected(table, projection, symbols, conjuncts)
            : PruneRegistered(table, symbols, conjuncts);
    }

    private IEnumerable<KeptPartition> PruneProjected(
        Table table, PartitionProjection projection, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyList<BoundExpression> conjuncts)
    {
        var values = projection.Columns.Select(column => Candidates(table, column, symbols.GetValueOrDefault(column.Name), conjuncts)).ToList();
        var several = conjuncts.Where(conjunct => SymbolUses.Of(conjunct) is { Count: > 1 }).ToList();
        var product = values.Aggregate(
            (IEnumerable<ValueList<string>>)[[]],
            (rows, column) => rows.SelectMany(row => column.Select(value => row.Append(value).ToValueList())));
        var partitions = Limited(table, product)
            .Select(row => new KeptPartition(row.Select((value, index) => (string?)projection.Columns[index].ToColumnText(value)).ToValueList(), projection.Location(row)));
        return Filter(table, partitions, symbols, several);
    }

    private List<string> Candidates(Table table, ProjectedColumn column, Symbol? symbol, IReadOnlyList<BoundExpression> conjuncts)
    {
        var named = symbol is null ? null : StaticValues.Find(conjuncts, symbol);
        if (named is not null)
        {
            var texts = named.Select(column.FromColumnText).OfType<string>().Distinct();
            return (column.IsInjected ? texts : texts.Where(text => column.Contains(text, now))).ToList();
        }

        if (column.IsInjected)
        {
            throw new QueryException(
                ErrorCode.ConstraintViolation,
                span: null,
                $"For the injected projected partition column {column.Name}, the WHERE clause must contain only static equality conditions, and at least one such condition must be present.",
                $"Add {column.Name} = '...' or {column.Name} IN ('...', '...') to WHERE.");
        }

        var all = Limited(table, column.Values(now)).ToList();
        var own = symbol is null ? [] : conjuncts.Where(conjunct => SymbolUses.Of(conjunct) is { Count: 1 } used && used.Contains(symbol.Id)).ToList();
        return symbol is null || own.Count == 0
            ? all
            : evaluator.Filter([symbol], all.Select(value => (IReadOnlyList<string?>)[column.ToColumnText(value)]).ToList(), own).Select(index => all[index]).ToList();
    }

    private IEnumerable<KeptPartition> PruneRegistered(Table table, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyList<BoundExpression> conjuncts) =>
        Filter(
            table,
            catalog.Partitions(table.Name).Select(partition => new KeptPartition(
                partition.Values.Select(value => value == PartitionNames.DefaultPartition ? null : value).ToValueList(), partition.Location)),
            symbols,
            conjuncts);

    private IEnumerable<KeptPartition> Filter(
        Table table, IEnumerable<KeptPartition> partitions, IReadOnlyDictionary<string, Symbol> symbols, IReadOnlyList<BoundExpression> conjuncts)
    {
        if (conjuncts.Count == 0)
        {
            return partitions;
        }

        var all = partitions.ToList();
        var used = table.PartitionKeys.Select((key, index) => (Symbol: symbols.GetValueOrDefault(key.Name), Index: index)).Where(key => key.Symbol is not null).ToList();
        var candidates = all.Select(partition => (IReadOnlyList<string?>)used.Select(key => partition.Values[key.Index]).ToList()).ToList();
        return evaluator.Filter(used.Select(key => key.Symbol).OfType<Symbol>().ToValueList(), candidates, conjuncts).Select(index => all[index]);
    }

    private static IEnumerable<T> Limited<T>(Table table, IEnumerable<T> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (++count > MaxPartitions)
            {
                throw new QueryException(
                    ErrorCode.QueryRejected,
                    span: null,
                    $"Query over table '{table.Name.Database}.{table.Name.Table}' can potentially read more than {MaxPartitions} partitions",
                    "Narrow the partition columns in WHERE, or the ranges in the table's projection properties.");
            }

            yield return value;
        }
    }
}

/// <summary>A partition to read: its values in the order of the table's keys, as texts that cast to the keys' types, and its folder.</summary>
internal sealed record KeptPartition(ValueList<string?> Values, string Location);
