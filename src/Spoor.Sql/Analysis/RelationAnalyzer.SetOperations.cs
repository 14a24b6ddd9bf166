using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class RelationAnalyzer
{
    private AnalyzedRelation AnalyzeSetOperation(SetOperation node, Scope scope)
    {
        var left = AnalyzeBody(node.Left, scope);
        var right = AnalyzeBody(node.Right, scope);
        var types = UnifyColumns(node, left, right);
        var fields = left.Fields.Select((field, index) => field with { RelationName = [], Symbol = State.NewSymbol(field.Name, types[index]) }).ToList();
        var operation = new BoundSetOperation(
            node.Operator,
            node.IsDistinct,
            CoerceOutput(left, types, State).Relation,
            CoerceOutput(right, types, State).Relation,
            fields.Select(field => field.Symbol).ToValueList());
        return new AnalyzedRelation(operation, fields);
    }

    private static List<SqlType> UnifyColumns(SetOperation node, AnalyzedRelation left, AnalyzedRelation right)
    {
        var name = node.Operator.ToString().ToUpperInvariant();
        if (left.Fields.Count != right.Fields.Count)
        {
            throw new QueryException(ErrorCode.TypeMismatch, node.OperatorSpan, $"{name} query has different number of fields: {left.Fields.Count}, {right.Fields.Count}");
        }

        var types = new List<SqlType>(left.Fields.Count);
        for (var i = 0; i < left.Fields.Count; i++)
        {
            var (leftType, rightType) = (left.Fields[i].Type, right.Fields[i].Type);
            types.Add(TypeCoercion.CommonSuperType(leftType, rightType)
                ?? throw new QueryException(ErrorCode.TypeMismatch, node.OperatorSpan, $"column {i + 1} in {name} query has incompatible types: {leftType}, {rightType}"));
        }

        var needsComparison = node.Operator != SetOperator.Union || node.IsDistinct;
        if (needsComparison && types.Find(type => !type.IsComparable) is { } incomparable)
        {
            var distinct = node.Operator == SetOperator.Union ? " DISTINCT" : "";
            throw new QueryException(ErrorCode.TypeMismatch, node.OperatorSpan, $"Type {incomparable} is not comparable and therefore cannot be used in {name}{distinct}");
        }

        return types;
    }

    private AnalyzedRelation AnalyzeValues(Values node, Scope scope)
    {
        var analyzer = new ExpressionAnalyzer(this, scope);
        var rows = node.Rows.Select(row => AnalyzeValuesRow(row, analyzer)).ToList();
        var rowTypes = rows.Select(row => row.Select(value => value.Type).ToList()).ToList();
        var types = rowTypes[0];
        foreach (var row in rowTypes)
        {
            if (row.Count != rowTypes[0].Count)
            {
                throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"Values rows have mismatched sizes: {rowTypes[0].Count} vs {row.Count}");
            }

            var unified = types.Zip(row, TypeCoercion.CommonSuperType).ToList();
            types = unified.Contains(null)
                ? throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"Values rows have mismatched types: {AsRow(rowTypes[0])} vs {AsRow(row)}")
                : unified.OfType<SqlType>().ToList();
        }

        var symbols = types.Select(type => State.NewSymbol(null, type)).ToValueList();
        var coerced = rows.Select(row => row.Select((value, index) => Coercion.To(value, types[index])).ToValueList()).ToValueList();
        return new AnalyzedRelation(new BoundValues(coerced, symbols), symbols.Select(symbol => new Field(null, [], symbol)).ToList());
    }

    /// <summary>A row constructor's fields are the columns, as are the fields of any other row value; all else is one column.</summary>
    private static List<BoundExpression> AnalyzeValuesRow(Expression node, ExpressionAnalyzer analyzer)
    {
        if (node is RowConstructor constructor)
        {
            return constructor.Values.Select(analyzer.Analyze).ToList();
        }

        var value = analyzer.Analyze(node);
        return value.Type is RowType row
            ? row.Fields.Select((field, index) => (BoundExpression)new BoundFieldAccess(value, index, field.Type, node.Span)).ToList()
            : [value];
    }

    private static RowType AsRow(IEnumerable<SqlType> types) => new(types.Select(type => new RowField(null, type)).ToValueList());
}
