using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>Walks a query as written.</summary>
internal static partial class SyntaxTree
{
    /// <summary><paramref name="node"/> and all below it, in order of the text; subqueries only with <paramref name="intoSubqueries"/>.</summary>
    public static IEnumerable<Node> SelfAndDescendants(Node node, bool intoSubqueries)
    {
        // A stack of our own: a chain of ten thousand terms is as deep as it is long.
        var pending = new Stack<Node>();
        pending.Push(node);
        while (pending.TryPop(out var current))
        {
            yield return current;
            if (current is Query && !intoSubqueries && !ReferenceEquals(current, node))
            {
                continue;
            }

            foreach (var child in Children(current).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>Expressions below <paramref name="expression"/> and itself that belong to the same query.</summary>
    public static IEnumerable<Expression> Expressions(Expression expression) =>
        SelfAndDescendants(expression, intoSubqueries: false).OfType<Expression>();

    private static IEnumerable<Node> Children(Node node) => node switch
    {
        Expression expression => ExpressionChildren(expression),
        Relation relation => RelationChildren(relation),
        QueryBody body => BodyChildren(body),
        Query query => [.. Optional(query.With), query.Body, .. query.OrderBy, .. Optional(query.Offset), .. Optional(query.Limit)],
        With with => with.Queries,
        NamedQuery named => [named.Query],
        Limit limit => Optional(limit.Count),
        SingleColumn column => [column.Expression],
        AllColumns all => Optional(all.Target),
        GroupBy groupBy => groupBy.Elements,
        GroupingElement element => GroupingChildren(element),
        SortItem item => [item.Key],
        WhenClause clause => [clause.Operand, clause.Result],
        WindowSpecification window => [.. window.PartitionBy, .. window.OrderBy, .. Optional(window.Frame)],
        NamedWindow window => [window.Specification],
        WindowFrame frame => [.. Optional(frame.Start.Offset), .. Optional(frame.End?.Offset)],
        JoinOn on => [on.Condition],
        _ => [],
    };

    private static IEnumerable<Node> ExpressionChildren(Expression node) => node switch
    {
        Dereference dereference => [dereference.Base],
        Subscript subscript => [subscript.Base, subscript.Index],
        ArithmeticUnary unary => [unary.Value],
        ArithmeticBinary binary => [binary.Left, binary.Right],
        Concatenation concatenation => [concatenation.Left, concatenation.Right],
        AtTimeZone atTimeZone => [atTimeZone.Value, atTimeZone.Zone],
        FunctionCall call => [.. call.Arguments, .. call.OrderBy, .. Optional(call.Filter), .. Optional(call.Window)],
        Cast cast => [cast.Value],
        Extract extract => [extract.Value],
        Trim trim => [trim.Source, .. Optional(trim.Characters)],
        Normalize normalize => [normalize.Value],
        SimpleCase simple => [simple.Operand, .. simple.Whens, .. Optional(simple.Default)],
        SearchedCase searched => [.. searched.Whens, .. Optional(searched.Default)],
        Lambda lambda => [lambda.Body],
        ArrayConstructor array => array.Values,
        RowConstructor row => row.Values,
        ScalarSubquery scalar => [scalar.Query],
        Grouping grouping => grouping.Columns,
        _ => PredicateChildren(node),
    };

    private static IEnumerable<Node> PredicateChildren(Expression node) => node switch
    {
        Comparison comparison => [comparison.Left, comparison.Right],
        DistinctFrom distinct => [distinct.Left, distinct.Right],
        QuantifiedComparison quantified => [quantified.Value, quantified.Query],
        Logical logical => logical.Terms,
        Not not => [not.Value],
        IsNullPredicate isNull => [isNull.Value],
        BetweenPredicate between => [between.Value, between.Min, between.Max],
        InListPredicate inList => [inList.Value, .. inList.List],
        InSubqueryPredicate inSubquery => [inSubquery.Value, inSubquery.Query],
        LikePredicate like => [like.Value, like.Pattern, .. Optional(like.Escape)],
        ExistsPredicate exists => [exists.Query],
        _ => [],
    };

    private static IEnumerable<Node> RelationChildren(Relation node) => node switch
    {
        AliasedRelation aliased => [aliased.Relation],
        SubqueryRelation subquery => [subquery.Query],
        LateralRelation lateral => [lateral.Query],
        Unnest unnest => unnest.Expressions,
        SampledRelation sampled => [sampled.Relation, sampled.Percentage],
        Join join => [join.Left, join.Right, .. Optional(join.Criteria)],
        _ => [],
    };

    private static IEnumerable<Node> BodyChildren(QueryBody node) => node switch
    {
        QuerySpecification specification =>
        [
            .. specification.Items,
            .. Optional(specification.From),
            .. Optional(specification.Where),
            .. Optional(specification.GroupBy),
            .. Optional(specification.Having),
            .. specification.Windows,
        ],
        SetOperation operation => [operation.Left, operation.Right],
        Values values => values.Rows,
        SubqueryBody subquery => [subquery.Query],
        _ => [],
    };

    private static IEnumerable<Node> GroupingChildren(GroupingElement node) => node switch
    {
        SimpleGroupBy simple => simple.Columns,
        GroupingSets sets => sets.Sets.SelectMany(set => set),
        Cube cube => cube.Columns.SelectMany(column => column),
        Rollup rollup => rollup.Columns.SelectMany(column => column),
        _ => [],
    };

    private static IEnumerable<Node> Optional(Node? node) => node is null ? [] : [node];
}
