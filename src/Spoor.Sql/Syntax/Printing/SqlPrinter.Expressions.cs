using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <content>Expressions with operators.</content>
public sealed partial class SqlPrinter
{
    // How tight an expression holds together; an operand in a tighter place needs parentheses.
    private const int OrLevel = 0;
    private const int AndLevel = 1;
    private const int NotLevel = 2;
    private const int PredicateLevel = 3;
    private const int ConcatenationLevel = 4;
    private const int AdditionLevel = 5;
    private const int MultiplicationLevel = 6;
    private const int UnaryLevel = 7;
    private const int AtTimeZoneLevel = 8;
    private const int PrimaryLevel = 9;

    private static int LevelOf(Expression expression) => expression switch
    {
        Logical { IsAnd: false } => OrLevel,
        Logical => AndLevel,
        Not => NotLevel,
        Comparison or DistinctFrom or QuantifiedComparison or IsNullPredicate or BetweenPredicate or InListPredicate or InSubqueryPredicate or LikePredicate => PredicateLevel,
        Concatenation => ConcatenationLevel,
        ArithmeticBinary { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => AdditionLevel,
        ArithmeticBinary => MultiplicationLevel,
        ArithmeticUnary => UnaryLevel,
        AtTimeZone => AtTimeZoneLevel,
        // A lambda's body reaches as far as it can.
        Lambda => OrLevel,
        _ => PrimaryLevel,
    };

    private void AppendOperand(Expression operand, int level)
    {
        if (LevelOf(operand) >= level && !IsKeywordBeforeBracket(operand))
        {
            AppendExpression(operand);
            return;
        }

        Append("(");
        AppendExpression(operand);
        Append(")");
    }

    // "array" before "[" and "interval" before a sign are columns only in parentheses.
    private static bool IsKeywordBeforeBracket(Expression operand) =>
        operand is Identifier { IsDelimited: false } name && Keywords.Find(name.Value) is Keyword.Array or Keyword.Interval;

    private void AppendExpression(Expression expression)
    {
        StackGuard.Check();
        switch (expression)
        {
            case Logical logical:
                AppendLogical(logical);
                break;
            case Not not:
                Append("NOT ");
                AppendOperand(not.Value, NotLevel);
                break;
            case Concatenation concatenation:
                AppendBinary(concatenation.Left, "||", concatenation.Right, ConcatenationLevel);
                break;
            case ArithmeticBinary arithmetic:
                AppendBinary(arithmetic.Left, arithmetic.Operator.ToSymbol(), arithmetic.Right, LevelOf(arithmetic));
                break;
            case ArithmeticUnary unary:
                AppendUnary(unary);
                break;
            case AtTimeZone at:
                AppendOperand(at.Value, AtTimeZoneLevel);
                Append(" AT TIME ZONE ");
                AppendExpression(at.Zone);
                break;
            default:
                AppendPredicate(expression);
                break;
        }
    }

    private void AppendLogical(Logical logical)
    {
        var level = logical.IsAnd ? NotLevel : AndLevel;
        AppendList(logical.Terms, term => AppendOperand(term, level), logical.IsAnd ? " AND " : " OR ");
    }

    private void AppendBinary(Expression left, string sign, Expression right, int level)
    {
        AppendOperand(left, level);
        Append($" {sign} ");
        AppendOperand(right, level + 1);
    }

    private void AppendUnary(ArithmeticUnary unary)
    {
        // A sign right before a number would become part of it, and two signs a comment.
        Append(unary.IsMinus ? "-" : "+");
        AppendOperand(unary.Value, unary.Value is ArithmeticUnary || StartsWithNumber(unary.Value) ? PrimaryLevel + 1 : UnaryLevel);
    }

    private static bool StartsWithNumber(Expression expression)
    {
        while (expression is AtTimeZone at)
        {
            expression = at.Value;
        }

        return expression is IntegerLiteral or DecimalLiteral or DoubleLiteral;
    }

    private void AppendPredicate(Expression expression)
    {
        switch (expression)
        {
            case Comparison comparison:
                AppendValue(comparison.Left);
                Append($" {comparison.Operator.ToSymbol()} ");
                AppendValue(comparison.Right);
                break;
            case QuantifiedComparison quantified:
                AppendValue(quantified.Value);
                Append($" {quantified.Operator.ToSymbol()} {(quantified.IsAll ? "ALL" : "ANY")} ");
                AppendParenthesizedQuery(quantified.Query);
                break;
            case DistinctFrom distinct:
                AppendValue(distinct.Left);
                Append(distinct.IsNegated ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ");
                AppendValue(distinct.Right);
                break;
            case IsNullPredicate isNull:
                AppendValue(isNull.Value);
                Append(isNull.IsNegated ? " IS NOT NULL" : " IS NULL");
                break;
            case BetweenPredicate between:
                AppendValue(between.Value);
                Append(between.IsNegated ? " NOT BETWEEN " : " BETWEEN ");
                AppendValue(between.Min);
                Append(" AND ");
                AppendValue(between.Max);
                break;
            case LikePredicate like:
                AppendLike(like);
                break;
            default:
                AppendMembership(expression);
                break;
        }
    }

    private void AppendMembership(Expression expression)
    {
        switch (expression)
        {
            case InListPredicate inList:
                AppendValue(inList.Value);
                Append(inList.IsNegated ? " NOT IN " : " IN ");
                AppendParenthesized(inList.List, AppendExpression);
                break;
            case InSubqueryPredicate inQuery:
                AppendValue(inQuery.Value);
                Append(inQuery.IsNegated ? " NOT IN " : " IN ");
                AppendParenthesizedQuery(inQuery.Query);
                break;
            default:
                AppendPrimary(expression);
                break;
        }
    }

    private void AppendLike(LikePredicate like)
    {
        AppendValue(like.Value);
        Append(like.IsNegated ? " NOT LIKE " : " LIKE ");
        AppendValue(like.Pattern);
        if (like.Escape is { } escape)
        {
            Append(" ESCAPE ");
            AppendValue(escape);
        }
    }

    private void AppendValue(Expression value) => AppendOperand(value, ConcatenationLevel);
}
