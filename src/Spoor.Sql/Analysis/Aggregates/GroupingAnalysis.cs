using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;

namespace Spoor.Sql.Analysis.Aggregates;

/// <summary>What a query groups by: keys, each once, and the sets of them.</summary>
internal sealed class GroupingAnalysis(StatementState state)
{
    private readonly Dictionary<BoundExpression, int> _indexByErasedKey = [];
    private readonly List<BoundAssignment> _keys = [];

    /// <summary>Keys in order of appearance.</summary>
    public IReadOnlyList<BoundAssignment> Keys => _keys;

    /// <summary>Lists of indexes into <see cref="Keys"/>; without GROUP BY one empty list.</summary>
    public List<List<int>> Sets { get; private set; } = [[]];

    /// <summary>The index of a key, added when it is new.</summary>
    public int AddKey(BoundExpression key)
    {
        var erased = SpanEraser.Erase(key);
        if (!_indexByErasedKey.TryGetValue(erased, out var index))
        {
            index = _keys.Count;
            _indexByErasedKey.Add(erased, index);
            _keys.Add(new BoundAssignment(state.NewSymbol((key as BoundColumn)?.Symbol.Name, key.Type), key));
        }

        return index;
    }

    /// <summary>The key that <paramref name="expression"/> is, or null.</summary>
    public int? TryFind(BoundExpression expression)
    {
        // Erasing is as long as the expression, so it is done only where a key looks alike.
        var isCandidate = _keys.Exists(key => key.Expression.GetType() == expression.GetType() && key.Expression.Type.Equals(expression.Type));
        return isCandidate && _indexByErasedKey.TryGetValue(SpanEraser.Erase(expression), out var index) ? index : null;
    }

    /// <summary>Combines the sets so far with those of one more element of GROUP BY.</summary>
    public void Cross(List<List<int>> sets) =>
        Sets = Sets.SelectMany(left => sets.Select(right => left.Concat(right).Distinct().ToList())).ToList();

    /// <summary>GROUP BY DISTINCT.</summary>
    public void RemoveDuplicateSets() => Sets = Sets.DistinctBy(set => string.Join(',', set.Order())).ToList();
}
