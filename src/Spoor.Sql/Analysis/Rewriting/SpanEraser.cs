using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Rewriting;

/// <summary>Takes the places out of an expression and numbers lambda parameters by position, so that two expressions are equal when they mean the same.</summary>
internal sealed class SpanEraser : BoundRewriter
{
    private readonly Dictionary<Symbol, Symbol> _parameters = [];

    private SpanEraser()
    {
    }

    public static BoundExpression Erase(BoundExpression expression) => new SpanEraser().Rewrite(expression);

    public override BoundExpression Rewrite(BoundExpression node)
    {
        if (node is BoundLambda lambda)
        {
            node = lambda with { Parameters = lambda.Parameters.Select(Number).ToValueList() };
        }

        return base.Rewrite(node) switch
        {
            BoundLambdaParameter parameter => new BoundLambdaParameter(_parameters.GetValueOrDefault(parameter.Symbol, parameter.Symbol), default),
            GroupingCall grouping => grouping with { Syntax = new Grouping([], default), Span = default },
            var other => other with { Span = default },
        };
    }

    /// <summary>Negative ids, which no column has.</summary>
    private Symbol Number(Symbol parameter)
    {
        var numbered = new Symbol(-1 - _parameters.Count, "", parameter.Type);
        _parameters[parameter] = numbered;
        return numbered;
    }
}
