using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Aggregates;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

/// <summary>The upper part of a SELECT: window functions, the select list, DISTINCT, ORDER BY, LIMIT.</summary>
/// <param name="relations">For the limit's constants.</param>
/// <param name="node">The SELECT.</param>
/// <param name="outputs">The select list, over the groups where there are any.</param>
/// <param name="sortKeys">Keys of ORDER BY, over the same and the select list.</param>
/// <param name="query">What ORDER BY and LIMIT are of; null without.</param>
internal sealed class SelectOutput(RelationAnalyzer relations, QuerySpecification node, List<OutputColumn> outputs, List<SelectSortKey> sortKeys, Query? query)
{
    private readonly WindowExtractor _windows = new(relations.State);

    public AnalyzedRelation Apply(BoundRelation input)
    {
        RequireGroupBy();
        var byOutputSymbol = outputs.ToDictionary(output => output.Symbol, output => output.Expression);
        var values = outputs.Select(output => _windows.Rewrite(output.Expression)).ToList();
        var keys = sortKeys.Select(key => key with { Key = _windows.Rewrite(OutputSubstitution.InWindows(key.Key, byOutputSymbol)) }).ToList();
        var relation = _windows.Apply(input);
        keys = keys.Select(key => key with { Key = UseOutput(key.Key, values) }).ToList();

        var assignments = outputs.Select((output, index) => new BoundAssignment(output.Symbol, values[index])).ToList();
        var result = node.IsDistinct ? ProjectDistinct(relation, assignments, keys) : ProjectAll(relation, assignments, keys);
        return new AnalyzedRelation(result, outputs.Select(output => output.AsField()).ToList());
    }

    private void RequireGroupBy()
    {
        var isUsed = outputs.Select(output => output.Syntax).Concat(sortKeys.Select(key => key.Syntax)).Append(node.Having)
            .OfType<Expression>()
            .SelectMany(SyntaxTree.Expressions)
            .Any(expression => expression is Grouping);
        if (isUsed && node.GroupBy is null)
        {
            throw new QueryException(
                ErrorCode.MissingGroupBy,
                node.Span,
                "A GROUPING() operation can only be used with a corresponding GROUPING SET/CUBE/ROLLUP/GROUP BY clause");
        }
    }

    /// <summary>A key that is a column of the select list in other words becomes that column.</summary>
    private BoundExpression UseOutput(BoundExpression key, List<BoundExpression> values)
    {
        var erased = SpanEraser.Erase(key);
        var index = values.FindIndex(value => value.GetType() == key.GetType() && SpanEraser.Erase(value).Equals(erased));
        return index < 0 ? key : new BoundColumn(outputs[index].Symbol, key.Span);
    }

    private BoundRelation ProjectDistinct(BoundRelation input, List<BoundAssignment> assignments, List<SelectSortKey> keys)
    {
        var symbols = assignments.Select(assignment => assignment.Symbol).ToHashSet();
        if (keys.Exists(key => key.Key is not BoundColumn column || !symbols.Contains(column.Symbol)))
        {
            throw new QueryException(ErrorCode.ExpressionNotInDistinct, node.Span, "For SELECT DISTINCT, ORDER BY expressions must appear in select list");
        }

        return SortAndLimit(new BoundDistinct(new BoundProject(input, assignments.ToValueList())), keys);
    }

    /// <summary>Columns that only ORDER BY needs pass through the select list and leave again above the sort.</summary>
    private BoundRelation ProjectAll(BoundRelation input, List<BoundAssignment> assignments, List<SelectSortKey> keys)
    {
        var available = input.Output.ToHashSet();
        var extra = keys.SelectMany(key => ColumnUses.Find(key.Key, available.Contains)).Select(use => use.Symbol).Distinct().ToList();
        var project = new BoundProject(input, assignments.Concat(extra.Select(AnalyzedRelation.Identity)).ToValueList());
        var sorted = SortAndLimit(project, keys);
        return extra.Count == 0
            ? sorted
            : new BoundProject(sorted, assignments.Select(assignment => AnalyzedRelation.Identity(assignment.Symbol)).ToValueList());
    }

    private BoundRelation SortAndLimit(BoundRelation input, List<SelectSortKey> keys)
    {
        var sorted = keys.Count == 0 ? input : new BoundSort(input, keys.Select(key => new BoundSortKey(key.Key, key.IsDescending, key.NullsFirst)).ToValueList());
        return query is null ? sorted : relations.ApplyLimit(sorted, query);
    }
}
