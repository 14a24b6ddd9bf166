using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Analysis.Types;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private BoundCase AnalyzeCase(SearchedCase node)
    {
        var conditions = node.Whens.Select(when => AnalyzeBoolean(when.Operand, "CASE WHEN clause")).ToList();
        return BuildCase(operand: null, conditions, node.Whens, node.Default, node.Span);
    }

    private BoundCase AnalyzeCase(SimpleCase node)
    {
        var operand = Analyze(node.Operand);
        var conditions = node.Whens.Select(when => Analyze(when.Operand)).ToList();
        var type = operand.Type;
        for (var i = 0; i < conditions.Count; i++)
        {
            type = TypeCoercion.CommonSuperType(type, conditions[i].Type)
                ?? throw new QueryException(
                    ErrorCode.TypeMismatch,
                    Place.Of(node.Whens[i].Operand),
                    $"CASE operand type does not match WHEN clause operand type: {operand.Type} vs {conditions[i].Type}");
        }

        var coerced = conditions.Select(condition => Coercion.To(condition, type)).ToList();
        return BuildCase(Coercion.To(operand, type), coerced, node.Whens, node.Default, node.Span);
    }

    private BoundCase BuildCase(BoundExpression? operand, List<BoundExpression> conditions, ValueList<WhenClause> whens, Expression? otherwise, TextSpan span)
    {
        var results = whens.Select(when => when.Result).ToList();
        if (otherwise is not null)
        {
            results.Add(otherwise);
        }

        var (values, type) = UnifyAll("All CASE results", results);
        var bound = conditions.Select((condition, index) => new BoundWhen(condition, values[index])).ToValueList();
        return new BoundCase(operand, bound, otherwise is null ? null : values[^1], type, span);
    }

    private BoundCase AnalyzeIf(FunctionCall node)
    {
        RequireArguments(node, 2, 3);
        var condition = AnalyzeBoolean(node.Arguments[0], "IF condition");
        var positive = Analyze(node.Arguments[1]);
        if (node.Arguments.Count == 2)
        {
            return new BoundCase(null, [new BoundWhen(condition, positive)], Default: null, positive.Type, node.Span);
        }

        var negative = Analyze(node.Arguments[2]);
        var type = TypeCoercion.CommonSuperType(positive.Type, negative.Type)
            ?? throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"Result types for IF must be the same: {positive.Type} vs {negative.Type}");
        return new BoundCase(null, [new BoundWhen(condition, Coercion.To(positive, type))], Coercion.To(negative, type), type, node.Span);
    }

    private BoundCoalesce AnalyzeCoalesce(FunctionCall node)
    {
        RequireArguments(node, 2, int.MaxValue);
        var (values, type) = UnifyAll("All COALESCE operands", node.Arguments);
        return new BoundCoalesce(values, type, node.Span);
    }

    private BoundNullIf AnalyzeNullIf(FunctionCall node)
    {
        RequireArguments(node, 2, 2);
        var first = Analyze(node.Arguments[0]);
        var second = Analyze(node.Arguments[1]);
        var type = TypeCoercion.CommonSuperType(first.Type, second.Type)
            ?? throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"Types are not comparable with NULLIF: {first.Type} vs {second.Type}");
        return new BoundNullIf(first, second, type, node.Span);
    }

    private BoundTry AnalyzeTry(FunctionCall node)
    {
        RequireArguments(node, 1, 1);
        return new BoundTry(Analyze(node.Arguments[0]), node.Span);
    }

    /// <summary>Trino's parser counts the arguments of these forms, hence the code.</summary>
    private static void RequireArguments(FunctionCall node, int min, int max)
    {
        var name = node.Name.Last;
        if (node.Arguments.Count < min || node.Arguments.Count > max)
        {
            var message = name == "coalesce"
                ? "The 'coalesce' function must have at least two arguments"
                : name == "try" ? "The 'try' function must have exactly one argument" : $"Invalid number of arguments for '{name}' function";
            throw new QueryException(ErrorCode.SyntaxError, node.Span, message);
        }

        var clause = (node.Window, node.IsDistinct, node.Filter, node.NullTreatment) switch
        {
            ({ }, _, _, _) => "OVER clause not valid for '{0}' function",
            (_, true, _, _) => "DISTINCT not valid for '{0}' function",
            (_, _, { }, _) => "FILTER not valid for '{0}' function",
            (_, _, _, { }) => "Null treatment clause not valid for '{0}' function",
            _ => null,
        };
        if (clause is not null)
        {
            throw new QueryException(ErrorCode.SyntaxError, node.Span, clause.Replace("{0}", name, StringComparison.Ordinal));
        }
    }

    private BoundArray AnalyzeArray(ArrayConstructor node)
    {
        var (elements, type) = UnifyAll("All ARRAY elements", node.Values);
        return new BoundArray(elements, new ArrayType(type), node.Span);
    }

    private BoundRow AnalyzeRow(RowConstructor node)
    {
        var fields = node.Values.Select(Analyze).ToValueList();
        return new BoundRow(fields, new RowType(fields.Select(field => new RowField(null, field.Type)).ToValueList()), node.Span);
    }

    private BoundCast AnalyzeCast(Cast node)
    {
        var type = ResolveType(node);
        var value = Analyze(node.Value);
        return value.Type.Equals(ScalarTypes.Unknown) || TypeCoercion.CanCast(value.Type, type)
            ? new BoundCast(value, type, node.IsTry, IsImplicit: false, node.Span)
            : throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"Cannot cast {value.Type} to {type}");
    }

    private static SqlType ResolveType(Cast node)
    {
        SqlType type;
        try
        {
            type = TypeNameResolver.Resolve(node.Type);
        }
        catch (QueryException error) when (error.Code == ErrorCode.TypeNotFound)
        {
            throw new QueryException(ErrorCode.TypeMismatch, node.Span, error.Message, error.Hint, error);
        }

        return type.Equals(ScalarTypes.Unknown)
            ? throw new QueryException(ErrorCode.TypeMismatch, node.Span, "UNKNOWN is not a valid type")
            : type;
    }
}
