using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Functions;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private const int MaxArguments = 127;

    private BoundExpression AnalyzeFunctionCall(FunctionCall node)
    {
        var name = node.Name.Parts.Count == 1 ? node.Name.Last : "";
        return name switch
        {
            "coalesce" => AnalyzeCoalesce(node),
            "if" => AnalyzeIf(node),
            "nullif" => AnalyzeNullIf(node),
            "try" => AnalyzeTry(node),
            "now" when node.Arguments.Count == 0 && node.Window is null => Now.Timestamp(State.Context.StartedAt, precision: 3, withTimeZone: true, node.Span),
            _ => AnalyzeRegularCall(node),
        };
    }

    private BoundExpression AnalyzeRegularCall(FunctionCall node)
    {
        var isAggregate = FunctionResolver.IsAggregate(node.Name.Last);
        var window = node.Window is null ? null : AnalyzeWindow(node.Window);
        if (node.IsDistinct && window is null && !isAggregate)
        {
            throw new QueryException(ErrorCode.FunctionNotAggregate, node.Span, "DISTINCT is not supported for non-aggregation functions");
        }

        if (window is null && isAggregate)
        {
            RefuseNesting(node);
        }

        var filter = node.Filter is null ? null : AnalyzeBoolean(node.Filter, "Filter expression");
        var (function, arguments) = ResolveCall(arguments => FunctionResolver.Resolve(node.Name, arguments, node.Span), node.Arguments);
        if (node.Arguments.Count > MaxArguments)
        {
            throw new QueryException(ErrorCode.TooManyArguments, node.Span, $"Too many arguments for function call {function.Name}()");
        }

        var orderBy = node.OrderBy.Select(item => AnalyzeAggregateSortKey(item, node)).ToValueList();
        if (node.IsDistinct && function.ArgumentTypes.FirstOrDefault(type => !type.IsComparable) is { } incomparable)
        {
            throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"DISTINCT can only be applied to comparable types (actual: {incomparable})");
        }

        if (node.IsDistinct)
        {
            RequireSortKeysInArguments(node, arguments, orderBy);
        }

        return (window, function.Kind) switch
        {
            ({ } over, _) => BuildWindowCall(node, function, arguments, filter, over),
            (_, FunctionKind.Aggregate) => new AggregateCall(function, arguments, node.IsDistinct, filter, orderBy, node.Overflow, node.Span),
            (_, FunctionKind.Window) => throw new QueryException(ErrorCode.MissingOver, node.Span, $"Window function {node.Name.ToString()} requires an OVER clause"),
            _ => BuildScalarCall(node, function, arguments),
        };
    }

    private static void RequireSortKeysInArguments(FunctionCall node, ValueList<BoundExpression> arguments, ValueList<BoundSortKey> orderBy)
    {
        var known = arguments.Select(SpanEraser.Erase).ToHashSet();
        foreach (var (key, item) in orderBy.Zip(node.OrderBy))
        {
            if (!known.Contains(SpanEraser.Erase(key.Key)))
            {
                throw new QueryException(ErrorCode.ExpressionNotInDistinct, Place.Of(item.Key), "For aggregate function with DISTINCT, ORDER BY expressions must appear in arguments");
            }
        }
    }

    /// <summary>An aggregate takes rows, so neither results of groups nor of windows can be inside it.</summary>
    private static void RefuseNesting(FunctionCall node)
    {
        var parts = SyntaxTree.SelfAndDescendants(node, intoSubqueries: false).OfType<FunctionCall>().Skip(1).ToList();
        var aggregates = parts.Where(Clause.IsAggregate).ToList();
        if (aggregates.Count > 0)
        {
            throw new QueryException(
                ErrorCode.NestedAggregation,
                node.Span,
                $"Cannot nest aggregations inside aggregation '{node.Name}': [{string.Join(", ", aggregates.Select(ExpressionFormatter.Format))}]",
                hint: "Compute the inner aggregate in a subquery of FROM.");
        }

        var windows = parts.Where(Clause.IsWindowFunction).ToList();
        if (windows.Count > 0)
        {
            throw new QueryException(
                ErrorCode.NestedWindow,
                node.Span,
                $"Cannot nest window functions or row pattern measures inside aggregation '{node.Name}': [{string.Join(", ", windows.Select(ExpressionFormatter.Format))}]",
                hint: "Compute the window function in a subquery of FROM.");
        }
    }

    private static BoundCall BuildScalarCall(FunctionCall node, ResolvedFunction function, ValueList<BoundExpression> arguments)
    {
        if (node.Filter is not null)
        {
            throw new QueryException(ErrorCode.FunctionNotAggregate, node.Span, "Filter is only valid for aggregation functions");
        }

        return node.OrderBy.Count == 0
            ? new BoundCall(function, arguments, node.Span)
            : throw new QueryException(ErrorCode.FunctionNotAggregate, node.Span, "ORDER BY is only valid for aggregation functions");
    }

    private BoundSortKey AnalyzeAggregateSortKey(SortItem item, FunctionCall call)
    {
        var key = Analyze(item.Key);
        return key.Type.IsOrderable
            ? new BoundSortKey(key, item.IsDescending, item.NullsFirst ?? false)
            : throw new QueryException(ErrorCode.TypeMismatch, call.Span, $"ORDER BY can only be applied to orderable types (actual: {key.Type})");
    }

    /// <summary>A call of a scalar function that the language has its own form for.</summary>
    private BoundCall AnalyzeCall(string name, ValueList<Expression> arguments, TextSpan span)
    {
        var (function, bound) = ResolveCall(known => FunctionResolver.Resolve(name, known, span), arguments);
        return new BoundCall(function, bound, span);
    }

    private static BoundCall BuildCall(string name, ValueList<BoundExpression> arguments, TextSpan span)
    {
        var function = FunctionResolver.Resolve(name, arguments.Select(argument => (CallArgument)new TypedArgument(argument.Type)).ToList(), span);
        return new BoundCall(function, arguments.Select((argument, index) => Coercion.To(argument, function.ArgumentTypes[index])).ToValueList(), span);
    }

    private (ResolvedFunction Function, ValueList<BoundExpression> Arguments) ResolveCall(
        Func<IReadOnlyList<CallArgument>, ResolvedFunction> resolve,
        ValueList<Expression> arguments)
    {
        var known = arguments.Select(argument => argument is Lambda ? null : Analyze(argument)).ToList();
        var lambdas = arguments.Select(argument => argument is Lambda lambda ? new LambdaTyping(this, lambda) : null).ToList();
        var described = known
            .Select((argument, index) => argument is not null ? new TypedArgument(argument.Type) : Describe(lambdas[index]))
            .ToList();
        var function = resolve(described);
        var bound = known
            .Select((argument, index) => argument is null ? Bind(lambdas[index], function.ArgumentTypes[index]) : Coercion.To(argument, function.ArgumentTypes[index]))
            .ToValueList();
        return (function, bound);
    }

    private static CallArgument Describe(LambdaTyping? lambda) =>
        lambda is null ? new TypedArgument(ScalarTypes.Unknown) : new LambdaArgument(lambda.ParameterCount, lambda.ResultType);

    private static BoundLambda Bind(LambdaTyping? lambda, SqlType type) =>
        lambda is not null && type is FunctionType function
            ? lambda.Bind(function)
            : throw new System.Diagnostics.UnreachableException("A lambda was resolved to a type that is no function's.");
}
