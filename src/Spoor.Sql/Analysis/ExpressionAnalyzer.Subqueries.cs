using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private BoundExpression AnalyzeScalarSubquery(ScalarSubquery node)
    {
        var query = AnalyzeSubquery(node.Query, node.Span);
        if (query.Fields.Count == 1)
        {
            return new BoundScalarSubquery(query.Relation, query.Fields[0].Type, node.Span);
        }

        // Trino makes the row of the columns that came, which are NULL each when no row did.
        var type = RowTypeOf(query);
        var row = new BoundScalarSubquery(PackIntoRow(query, type).Relation, type, node.Span);
        var nulls = new BoundRow(type.Fields.Select(BoundExpression (field) => new BoundLiteral(null, field.Type, node.Span)).ToValueList(), type, node.Span);
        return new BoundCoalesce([row, nulls], type, node.Span);
    }

    private BoundExpression AnalyzeInSubquery(InSubqueryPredicate node)
    {
        var (value, query, _) = AnalyzeAgainstSubquery(node.Value, node.Query, node.OperatorSpan);
        return Negate(new BoundInSubquery(value, query, node.Span), node.IsNegated);
    }

    private BoundQuantifiedComparison AnalyzeQuantified(QuantifiedComparison node)
    {
        var (value, query, type) = AnalyzeAgainstSubquery(node.Value, node.Query, node.OperatorSpan);
        var needsOrder = node.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        if (needsOrder ? !type.IsOrderable : !type.IsComparable)
        {
            var ability = needsOrder ? "orderable" : "comparable";
            throw new QueryException(ErrorCode.TypeMismatch, node.OperatorSpan, $"Type [{type}] must be {ability} in order to be used in quantified comparison");
        }

        return new BoundQuantifiedComparison(node.Operator, node.IsAll, value, query, node.Span);
    }

    private BoundExists AnalyzeExists(ExistsPredicate node) => new(AnalyzeSubquery(node.Query, node.Span).Relation, node.Span);

    /// <summary>A value and a subquery of one column, brought to one type; Trino compares them as rows.</summary>
    private (BoundExpression Value, BoundRelation Query, SqlType Type) AnalyzeAgainstSubquery(Expression valueNode, Query queryNode, TextSpan span)
    {
        var value = Analyze(valueNode);
        var query = AnalyzeSubquery(queryNode, queryNode.Span);
        var isRow = value.Type is RowType;
        var valueType = isRow || value.Type.Equals(ScalarTypes.Unknown) ? value.Type : new RowType([new RowField(null, value.Type)]);
        var queryType = RowTypeOf(query);
        if (TypeCoercion.CommonSuperType(valueType, queryType) is not RowType common)
        {
            throw new QueryException(ErrorCode.TypeMismatch, span, $"Value expression and result of subquery must be of the same type: {valueType} vs {queryType}");
        }

        if (isRow || common.Fields.Count > 1)
        {
            var packed = PackIntoRow(query, common);
            return (Coercion.To(value, common), packed.Relation, common);
        }

        var column = common.Fields[0].Type;
        return (Coercion.To(value, column), RelationAnalyzer.CoerceOutput(query, [column], State).Relation, common);
    }

    private AnalyzedRelation AnalyzeSubquery(Query query, TextSpan span) =>
        _surroundings.IsInLambda
            ? throw new QueryException(ErrorCode.NotSupported, span, "Lambda expression cannot contain subqueries")
            : (_surroundings.AllowsOuterColumns ? _relations : _relations.WithoutOuterColumns()).AnalyzeQuery(query, _scope.ForSubquery());

    private static RowType RowTypeOf(AnalyzedRelation query) =>
        new(query.Fields.Select(field => new RowField(field.Name, field.Type)).ToValueList());

    private AnalyzedRelation PackIntoRow(AnalyzedRelation query, RowType type)
    {
        var columns = query.Fields.Select((field, index) => Coercion.To(new BoundColumn(field.Symbol, default), type.Fields[index].Type)).ToValueList();
        var symbol = State.NewSymbol(null, type);
        var project = new BoundProject(query.Relation, [new BoundAssignment(symbol, new BoundRow(columns, type, default))]);
        return new AnalyzedRelation(project, [new Field(null, [], symbol)]);
    }
}
