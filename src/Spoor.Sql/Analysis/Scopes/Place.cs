using Spoor.Core.Text;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>Where Trino says that an expression is.</summary>
internal static class Place
{
    /// <summary>The operator for what has one between its operands, the first character for all else.</summary>
    public static TextSpan Of(Expression expression) => expression switch
    {
        ArithmeticBinary binary => binary.OperatorSpan,
        Concatenation concatenation => concatenation.OperatorSpan,
        Comparison comparison => comparison.OperatorSpan,
        DistinctFrom distinct => distinct.OperatorSpan,
        QuantifiedComparison quantified => quantified.OperatorSpan,
        IsNullPredicate isNull => isNull.OperatorSpan,
        BetweenPredicate between => between.OperatorSpan,
        InListPredicate list => list.OperatorSpan,
        InSubqueryPredicate subquery => subquery.OperatorSpan,
        LikePredicate like => like.OperatorSpan,
        _ => expression.Span,
    };
}
