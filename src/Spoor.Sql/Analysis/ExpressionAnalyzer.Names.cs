using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private const string JsonTextHint = "For a column that holds JSON text, use json_extract_scalar(column, '$.field').";

    private BoundExpression AnalyzeName(Expression node)
    {
        if (ColumnName.TryFrom(node) is { } name)
        {
            if (_scope.Resolve(name) is { } resolved)
            {
                return Reference(resolved, node);
            }

            if (node is Identifier || !_scope.IsColumnPrefix(name))
            {
                throw UnknownColumn(name, node);
            }
        }

        return AnalyzeFieldAccess((Dereference)node);
    }

    private BoundExpression Reference(ResolvedField resolved, Expression node)
    {
        var field = resolved.Field;
        if (field.Kind == FieldKind.LambdaParameter)
        {
            return new BoundLambdaParameter(field.Symbol, node.Span);
        }

        if (!resolved.IsLocal && !_relations.AllowsOuterColumns)
        {
            throw new QueryException(ErrorCode.NotSupported, node.Span, $"Reference to column '{ExpressionFormatter.Format(node)}' from outer scope not allowed in this context");
        }

        State.UnusedHiddenSymbols.Remove(field.Symbol);
        return new BoundColumn(field.Symbol, node.Span);
    }

    private QueryException UnknownColumn(ColumnName name, Expression node) =>
        new(ErrorCode.ColumnNotFound, name.Span, $"Column '{name}' cannot be resolved", ColumnHint.For(name, node, _scope, _surroundings.Aliases));

    private BoundFieldAccess AnalyzeFieldAccess(Dereference node)
    {
        var row = Analyze(node.Base);
        if (row.Type is not RowType type)
        {
            var hint = row.Type is VarcharType ? JsonTextHint : null;
            throw new QueryException(ErrorCode.TypeMismatch, node.Base.Span, $"Expression {ExpressionFormatter.Format(node.Base)} is not of type ROW", hint);
        }

        var index = FindField(type, node);
        return new BoundFieldAccess(row, index, type.Fields[index].Type, node.Span);
    }

    private static int FindField(RowType type, Dereference node)
    {
        var found = -1;
        for (var i = 0; i < type.Fields.Count; i++)
        {
            if (!string.Equals(type.Fields[i].Name, node.Field.Value, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (found >= 0)
            {
                throw new QueryException(ErrorCode.AmbiguousName, node.Field.Span, $"Ambiguous row field reference: {node.Field.Value}");
            }

            found = i;
        }

        return found >= 0 ? found : throw UnknownField(type, node);
    }

    private static QueryException UnknownField(RowType type, Dereference node)
    {
        var name = ColumnName.TryFrom(node)?.ToString() ?? node.Field.Value.ToLowerInvariant();
        var fields = type.Fields.Select(field => field.Name).OfType<string>().ToList();
        var hint = NearestName.Find(node.Field.Value, fields) is { } nearest
            ? $"Did you mean the field '{nearest}'?"
            : fields.Count > 0 ? $"The row has the fields {string.Join(", ", fields)}." : "The row's fields have no names; use row[1], row[2] and so on.";
        return new QueryException(ErrorCode.ColumnNotFound, node.Span, $"Column '{name}' cannot be resolved", hint);
    }

    private BoundExpression AnalyzeSubscript(Subscript node)
    {
        var target = Analyze(node.Base);
        if (target.Type is RowType row)
        {
            return AnalyzeRowSubscript(node, target, row);
        }

        var index = Analyze(node.Index);
        switch (target.Type)
        {
            case ArrayType array when TypeCoercion.CanCoerce(index.Type, ScalarTypes.BigInt):
                return new BoundSubscript(target, Coercion.To(index, ScalarTypes.BigInt), array.Element, node.Span);
            case MapType map when TypeCoercion.CanCoerce(index.Type, map.Key):
                return new BoundSubscript(target, Coercion.To(index, map.Key), map.Value, node.Span);
            case MapType map when TypeCoercion.CommonSuperType(map.Key, index.Type) is { } key:
                return new BoundSubscript(Coercion.To(target, new MapType(key, map.Value)), Coercion.To(index, key), map.Value, node.Span);
            default:
                throw new QueryException(
                    ErrorCode.TypeMismatch,
                    node.Span,
                    $"Cannot use {index.Type} for subscript of {target.Type}",
                    target.Type is VarcharType ? JsonTextHint : null);
        }
    }

    private BoundFieldAccess AnalyzeRowSubscript(Subscript node, BoundExpression target, RowType row)
    {
        if (node.Index is not IntegerLiteral literal)
        {
            throw new QueryException(ErrorCode.ExpressionNotConstant, node.Index.Span, "Subscript expression on ROW requires a constant index");
        }

        var index = Analyze(literal);
        if (!index.Type.Equals(ScalarTypes.Integer))
        {
            throw new QueryException(ErrorCode.TypeMismatch, literal.Span, $"Subscript expression on ROW requires integer index, found {index.Type}");
        }

        var position = int.Parse(literal.Text, CultureInfo.InvariantCulture);
        if (position <= 0)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, literal.Span, $"Invalid subscript index: {position}. ROW indices start at 1");
        }

        return position <= row.Fields.Count
            ? new BoundFieldAccess(target, position - 1, row.Fields[position - 1].Type, node.Span)
            : throw new QueryException(ErrorCode.InvalidFunctionArgument, literal.Span, $"Subscript index out of bounds: {position}, max value is {row.Fields.Count}");
    }
}
