using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class RelationAnalyzer
{
    private AnalyzedRelation AnalyzeJoin(Join node, Scope scope)
    {
        if (node.Criteria is NaturalJoin)
        {
            throw new QueryException(ErrorCode.NotSupported, node.Span, "Natural join not supported", hint: "Name the common columns: JOIN ... USING (a, b).");
        }

        var left = AnalyzeRelation(node.Left, scope);
        var isLateral = IsLateral(node.Right);
        var right = AnalyzeRelation(node.Right, isLateral ? scope.WithFields(left.Fields) : scope);
        if (isLateral)
        {
            CheckLateral(node, left, right);
        }

        if (node.Criteria is JoinUsing joinUsing)
        {
            return AnalyzeJoinUsing(node, joinUsing, left, right, isLateral);
        }

        var fields = left.Fields.Concat(right.Fields).ToList();
        if (node.Kind is JoinKind.Cross or JoinKind.Implicit || node.Criteria is not JoinOn on)
        {
            return new AnalyzedRelation(new BoundJoin(JoinKind.Cross, left.Relation, right.Relation, Condition: null, isLateral), fields);
        }

        Clause.RefuseAggregates(on.Condition, "JOIN clause");

        // As in Trino, only the condition of an inner join can hold correlated subqueries.
        var surroundings = ExpressionSurroundings.None with { AllowsOuterColumns = node.Kind == JoinKind.Inner };
        var condition = new ExpressionAnalyzer(this, scope.WithFields(fields), surroundings).AnalyzeCondition(on.Condition, "JOIN ON clause");
        return new AnalyzedRelation(new BoundJoin(node.Kind, left.Relation, right.Relation, condition, isLateral), fields);
    }

    private static bool IsLateral(Relation node) => node switch
    {
        AliasedRelation aliased => IsLateral(aliased.Relation),
        Unnest or LateralRelation => true,
        _ => false,
    };

    private static bool IsUnnest(Relation node) => node is AliasedRelation aliased ? IsUnnest(aliased.Relation) : node is Unnest;

    private static void CheckLateral(Join node, AnalyzedRelation left, AnalyzedRelation right)
    {
        var kind = node.Kind.ToString().ToUpperInvariant();
        if (node.Kind is JoinKind.Right or JoinKind.Full
            && ColumnUses.FindFirst(right.Relation, left.Fields.Select(field => field.Symbol).ToHashSet()) is { } use)
        {
            throw new QueryException(ErrorCode.InvalidColumnReference, use.Span, $"LATERAL reference not allowed in {kind} JOIN");
        }

        var isOnTrue = node.Criteria is null or JoinOn { Condition: BooleanLiteral { Value: true } };
        if (isOnTrue || !(IsUnnest(node.Right) || node.Kind == JoinKind.Full))
        {
            return;
        }

        var place = node.Criteria is JoinOn on ? Place.Of(on.Condition) : node.Span;
        var what = IsUnnest(node.Right) ? "UNNEST" : "LATERAL relation";
        throw new QueryException(ErrorCode.NotSupported, place, $"{kind} JOIN involving {what} is only supported with condition ON TRUE");
    }

    private AnalyzedRelation AnalyzeJoinUsing(Join node, JoinUsing joinUsing, AnalyzedRelation left, AnalyzedRelation right, bool isLateral)
    {
        var conditions = new List<BoundExpression>();
        var assignments = new List<BoundAssignment>();
        var fields = new List<Field>();
        var joined = new HashSet<Symbol>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in joinUsing.Columns)
        {
            if (!seen.Add(column.Value))
            {
                throw new QueryException(ErrorCode.DuplicateColumnName, column.Span, $"Column '{column.Value}' appears multiple times in USING clause");
            }

            var leftField = FindJoinColumn(column, left, "left");
            var rightField = FindJoinColumn(column, right, "right");
            var type = JoinColumnType(leftField, rightField, column.Span);
            var leftValue = Coercion.To(new BoundColumn(leftField.Symbol, column.Span), type);
            var rightValue = Coercion.To(new BoundColumn(rightField.Symbol, column.Span), type);
            conditions.Add(new BoundComparison(ComparisonOperator.Equal, leftValue, rightValue, column.Span));

            var symbol = State.NewSymbol(column.Value, type);
            assignments.Add(new BoundAssignment(symbol, new BoundCoalesce([leftValue, rightValue], type, column.Span)));
            fields.Add(new Field(column.Value, [], symbol));
            joined.Add(leftField.Symbol);
            joined.Add(rightField.Symbol);
        }

        var rest = left.Fields.Concat(right.Fields).Where(field => !joined.Contains(field.Symbol)).ToList();
        assignments.AddRange(rest.Select(field => AnalyzedRelation.Identity(field.Symbol)));
        fields.AddRange(rest);
        var condition = conditions.Count == 1 ? conditions[0] : new BoundLogical(IsAnd: true, conditions.ToValueList(), joinUsing.Span);
        var join = new BoundJoin(node.Kind, left.Relation, right.Relation, condition, isLateral);
        return new AnalyzedRelation(new BoundProject(join, assignments.ToValueList()), fields);
    }

    private Field FindJoinColumn(Identifier column, AnalyzedRelation relation, string side)
    {
        var name = new ColumnName([column.Value.ToLowerInvariant()], column.Span);
        var field = Scope.Empty.WithFields(relation.Fields).Resolve(name)?.Field
            ?? throw new QueryException(ErrorCode.ColumnNotFound, column.Span, $"Column '{column.Value}' is missing from {side} side of join");
        State.UnusedHiddenSymbols.Remove(field.Symbol);
        return field;
    }

    private static SqlType JoinColumnType(Field left, Field right, TextSpan place) =>
        TypeCoercion.CommonSuperType(left.Type, right.Type) is { IsComparable: true } type
            ? type
            : throw new QueryException(ErrorCode.TypeMismatch, place, $"Cannot apply operator: {left.Type} = {right.Type}", OperatorHint.For(left.Type, right.Type));
}
