using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Rewriting;

/// <summary>Copies a typed query bottom-up; a derived class overrides what it changes. Parts that do not change are shared with the original.</summary>
public abstract partial class BoundRewriter
{
    /// <summary>The expression with its parts rewritten, relations of its subqueries included.</summary>
    public virtual BoundExpression Rewrite(BoundExpression node)
    {
        StackGuard.Check(node.Span);
        return node switch
        {
            BoundLiteral or BoundColumn or BoundLambdaParameter => node,
            BoundLambda lambda => lambda with { Body = Rewrite(lambda.Body) },
            BoundFieldAccess access => access with { Row = Rewrite(access.Row) },
            BoundSubscript subscript => subscript with { Base = Rewrite(subscript.Base), Index = Rewrite(subscript.Index) },
            BoundCall call => call with { Arguments = Rewrite(call.Arguments) },
            BoundArithmetic arithmetic => arithmetic with { Left = Rewrite(arithmetic.Left), Right = Rewrite(arithmetic.Right) },
            BoundNegate negate => negate with { Value = Rewrite(negate.Value) },
            BoundCast cast => cast with { Value = Rewrite(cast.Value) },
            BoundTry attempt => attempt with { Value = Rewrite(attempt.Value) },
            BoundCase choice => RewriteCase(choice),
            BoundCoalesce coalesce => coalesce with { Values = Rewrite(coalesce.Values) },
            BoundNullIf nullIf => nullIf with { First = Rewrite(nullIf.First), Second = Rewrite(nullIf.Second) },
            BoundArray array => array with { Elements = Rewrite(array.Elements) },
            BoundRow row => row with { Fields = Rewrite(row.Fields) },
            AggregateCall or WindowCall or GroupingCall => RewritePlaceholder(node),
            _ => RewritePredicate(node),
        };
    }

    private BoundExpression RewritePredicate(BoundExpression node) => node switch
    {
        BoundComparison comparison => comparison with { Left = Rewrite(comparison.Left), Right = Rewrite(comparison.Right) },
        BoundDistinctFrom distinct => distinct with { Left = Rewrite(distinct.Left), Right = Rewrite(distinct.Right) },
        BoundLogical logical => logical with { Terms = Rewrite(logical.Terms) },
        BoundNot not => not with { Value = Rewrite(not.Value) },
        BoundIsNull isNull => isNull with { Value = Rewrite(isNull.Value) },
        BoundBetween between => between with { Value = Rewrite(between.Value), Min = Rewrite(between.Min), Max = Rewrite(between.Max) },
        BoundInList inList => inList with { Value = Rewrite(inList.Value), List = Rewrite(inList.List) },
        BoundLike like => like with { Value = Rewrite(like.Value), Pattern = Rewrite(like.Pattern), Escape = RewriteOptional(like.Escape) },
        BoundScalarSubquery scalar => scalar with { Query = Rewrite(scalar.Query) },
        BoundInSubquery inSubquery => inSubquery with { Value = Rewrite(inSubquery.Value), Query = Rewrite(inSubquery.Query) },
        BoundExists exists => exists with { Query = Rewrite(exists.Query) },
        BoundQuantifiedComparison quantified => quantified with { Value = Rewrite(quantified.Value), Query = Rewrite(quantified.Query) },
        _ => throw new UnreachableException($"No rewrite for {node.GetType().Name}."),
    };

    private BoundExpression RewritePlaceholder(BoundExpression node) => node switch
    {
        AggregateCall aggregate => aggregate with
        {
            Arguments = Rewrite(aggregate.Arguments),
            Filter = RewriteOptional(aggregate.Filter),
            OrderBy = Rewrite(aggregate.OrderBy),
        },
        WindowCall window => window with
        {
            Arguments = Rewrite(window.Arguments),
            Filter = RewriteOptional(window.Filter),
            Window = RewriteWindow(window.Window),
        },
        GroupingCall grouping => grouping with { Columns = Rewrite(grouping.Columns) },
        _ => throw new UnreachableException($"No rewrite for {node.GetType().Name}."),
    };

    private BoundWindowDefinition RewriteWindow(BoundWindowDefinition window) =>
        new(Rewrite(window.PartitionBy), Rewrite(window.OrderBy), RewriteFrame(window.Frame));

    private BoundCase RewriteCase(BoundCase choice) => choice with
    {
        Operand = RewriteOptional(choice.Operand),
        Whens = choice.Whens.Select(when => new BoundWhen(Rewrite(when.Condition), Rewrite(when.Result))).ToValueList(),
        Default = RewriteOptional(choice.Default),
    };

    private BoundFrame? RewriteFrame(BoundFrame? frame) =>
        frame is null ? null : frame with { StartOffset = RewriteOptional(frame.StartOffset), EndOffset = RewriteOptional(frame.EndOffset) };

    /// <summary>Each rewritten, in order.</summary>
    protected ValueList<BoundExpression> Rewrite(ValueList<BoundExpression> nodes) => nodes.Select(Rewrite).ToValueList();

    /// <summary>Keys rewritten, in order.</summary>
    protected ValueList<BoundSortKey> Rewrite(ValueList<BoundSortKey> keys) => keys.Select(key => key with { Key = Rewrite(key.Key) }).ToValueList();

    private BoundExpression? RewriteOptional(BoundExpression? node) => node is null ? null : Rewrite(node);
}
