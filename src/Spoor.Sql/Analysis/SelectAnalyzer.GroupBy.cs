using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Aggregates;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis;

internal sealed partial class SelectAnalyzer
{
    private const int MaxGroupingSets = 2048;

    private GroupingAnalysis AnalyzeGroupBy(List<OutputColumn> outputs, ExpressionAnalyzer expressions)
    {
        var grouping = new GroupingAnalysis(State);
        if (_node.GroupBy is not { } groupBy)
        {
            return grouping;
        }

        CheckGroupingSetsCount(groupBy);
        foreach (var element in groupBy.Elements)
        {
            switch (element)
            {
                case SimpleGroupBy simple:
                    grouping.Cross([simple.Columns.Select(column => grouping.AddKey(AnalyzeSimpleKey(column, outputs, expressions))).ToList()]);
                    break;
                case GroupingSets sets:
                    grouping.Cross(AnalyzeSets(sets.Sets, grouping, expressions));
                    break;
                case Cube cube:
                    grouping.Cross(Subsets(AnalyzeSets(cube.Columns, grouping, expressions)));
                    break;
                case Rollup rollup:
                    grouping.Cross(Prefixes(AnalyzeSets(rollup.Columns, grouping, expressions)));
                    break;
                default:
                    throw new UnreachableException($"No analysis for {element.GetType().Name}.");
            }
        }

        if (groupBy.IsDistinct)
        {
            grouping.RemoveDuplicateSets();
        }

        if (grouping.Keys.FirstOrDefault(key => !key.Expression.Type.IsComparable) is { } incomparable)
        {
            throw new QueryException(ErrorCode.TypeMismatch, _node.Span, $"{incomparable.Expression.Type} is not comparable, and therefore cannot be used in GROUP BY");
        }

        return grouping;
    }

    private static BoundExpression AnalyzeSimpleKey(Expression column, List<OutputColumn> outputs, ExpressionAnalyzer expressions)
    {
        if (SortOrdinal.TryGet(column, outputs.Count, "GROUP BY") is { } index)
        {
            if (outputs[index].Syntax is { } written)
            {
                Clause.RefuseAggregates(written, "GROUP BY clause");
            }

            return outputs[index].Expression;
        }

        Clause.RefuseAggregates(column, "GROUP BY clause");
        return AnalyzeKey(column, outputs, expressions);
    }

    /// <summary>An alias of the select list is not visible in GROUP BY; whoever tries is told so.</summary>
    private static BoundExpression AnalyzeKey(Expression column, List<OutputColumn> outputs, ExpressionAnalyzer expressions)
    {
        try
        {
            return expressions.Analyze(column);
        }
        catch (QueryException error) when (error.Code == ErrorCode.ColumnNotFound && column is Identifier name)
        {
            var index = outputs.FindIndex(output => string.Equals(output.Name, name.Value, StringComparison.OrdinalIgnoreCase));
            throw index < 0
                ? error
                : new QueryException(error.Code, error.Span, error.Message, $"GROUP BY does not see aliases: write GROUP BY {index + 1}, or repeat the expression.", error);
        }
    }

    private static List<List<int>> AnalyzeSets(ValueList<ValueList<Expression>> sets, GroupingAnalysis grouping, ExpressionAnalyzer expressions) =>
        sets.Select(set => set.Select(column => grouping.AddKey(AnalyzeColumnKey(column, expressions))).ToList()).ToList();

    private static BoundExpression AnalyzeColumnKey(Expression column, ExpressionAnalyzer expressions) =>
        expressions.Analyze(column) as BoundColumn
            ?? throw new QueryException(ErrorCode.InvalidColumnReference, Place.Of(column), $"GROUP BY expression must be a column reference: {ExpressionFormatter.Format(column)}");

    private static List<List<int>> Subsets(List<List<int>> columns)
    {
        // All columns first, none last, as the standard lists them.
        var subsets = new List<List<int>>();
        for (var mask = (1 << columns.Count) - 1; mask >= 0; mask--)
        {
            subsets.Add(columns.Where((_, index) => (mask & (1 << (columns.Count - 1 - index))) != 0).SelectMany(column => column).ToList());
        }

        return subsets;
    }

    private static List<List<int>> Prefixes(List<List<int>> columns) =>
        Enumerable.Range(0, columns.Count + 1).Select(dropped => columns.SkipLast(dropped).SelectMany(column => column).ToList()).ToList();

    private static void CheckGroupingSetsCount(GroupBy node)
    {
        const int maxExponent = 30;
        long product = 1;
        foreach (var element in node.Elements)
        {
            product *= element switch
            {
                GroupingSets sets => sets.Sets.Count,
                Cube cube when cube.Columns.Count > maxExponent => int.MaxValue,
                Cube cube => 1L << cube.Columns.Count,
                Rollup rollup => rollup.Columns.Count + 1,
                _ => 1,
            };
            if (product > int.MaxValue - 1)
            {
                throw TooMany($"more than {int.MaxValue}");
            }

            if (product > MaxGroupingSets)
            {
                throw TooMany($"{product}");
            }
        }

        QueryException TooMany(string count) =>
            new(ErrorCode.TooManyGroupingSets, node.Span, $"GROUP BY has {count} grouping sets but can contain at most {MaxGroupingSets}");
    }
}
