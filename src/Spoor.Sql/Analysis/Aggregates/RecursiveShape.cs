using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Aggregates;

/// <summary>Checks that a query of WITH RECURSIVE refers to itself only where that has a meaning.</summary>
internal static class RecursiveShape
{
    /// <summary>The union of anchor and step; null when the query does not refer to itself.</summary>
    /// <exception cref="QueryException">The query refers to itself at a place or in a way that Trino refuses.</exception>
    public static SetOperation? Check(NamedQuery node)
    {
        if (node.Columns.Count == 0)
        {
            throw new QueryException(ErrorCode.MissingColumnAliases, node.Span, "missing column aliases in recursive WITH query", hint: $"Name the columns: {node.Name.Value}(a, b) AS (...).");
        }

        if (SyntaxTree.SelfAndDescendants(node.Query, intoSubqueries: true).OfType<With>().FirstOrDefault(with => with.IsRecursive) is { } nested)
        {
            throw new QueryException(ErrorCode.NestedRecursive, nested.Span, "nested recursive WITH query");
        }

        if (TryFindUnion(node) is { } union)
        {
            CheckQuery(node.Query);
            return union;
        }

        return References(node.Query, node.Name).FirstOrDefault() is { } reference
            ? throw Invalid(reference, "recursive reference not allowed in this context")
            : null;
    }

    private static SetOperation? TryFindUnion(NamedQuery node)
    {
        if (node.Query.Body is not SetOperation { Operator: SetOperator.Union } union)
        {
            return null;
        }

        if (References(union.Left, node.Name).FirstOrDefault() is { } inAnchor)
        {
            throw Invalid(inAnchor, "WITH table name is referenced in the base relation of recursion");
        }

        var references = References(union.Right, node.Name);
        if (references.Count > 1)
        {
            throw Invalid(references[1], "multiple recursive references in the step relation of recursion");
        }

        if (references.Count == 0)
        {
            return null;
        }

        var from = StepSource(union.Right);
        if (from is null || References(from, node.Name).Count == 0)
        {
            throw Invalid(references[0], "recursive reference outside of FROM clause of the step relation of recursion");
        }

        CheckFrom(from, node.Name);
        return union;
    }

    /// <summary>FROM of the step, below any parentheses.</summary>
    private static Relation? StepSource(QueryBody step)
    {
        while (step is SubqueryBody subquery)
        {
            if (subquery.Query.Limit is { } limit)
            {
                throw new QueryException(ErrorCode.InvalidLimitClause, limit.Span, "FETCH FIRST / LIMIT clause in the step relation of recursion");
            }

            step = subquery.Query.Body;
        }

        return (step as QuerySpecification)?.From;
    }

    private static void CheckQuery(Query query)
    {
        if (query.With is { } with)
        {
            throw new QueryException(ErrorCode.NotSupported, with.Span, "immediate WITH clause in recursive query");
        }

        if (query.OrderBy.Count > 0)
        {
            throw new QueryException(ErrorCode.NotSupported, query.OrderBy[0].Span, "immediate ORDER BY clause in recursive query");
        }

        if (query.Offset is { } offset)
        {
            throw new QueryException(ErrorCode.NotSupported, offset.Span, "immediate OFFSET clause in recursive query");
        }

        if (query.Limit is { } limit)
        {
            throw new QueryException(ErrorCode.InvalidLimitClause, limit.Span, "immediate FETCH FIRST / LIMIT clause in recursive query");
        }
    }

    private static void CheckFrom(Relation from, Identifier name)
    {
        foreach (var node in SyntaxTree.SelfAndDescendants(from, intoSubqueries: true))
        {
            if (node is Join join)
            {
                var kind = join.Kind.ToString().ToUpperInvariant();
                RefuseIf(join.Kind is JoinKind.Right or JoinKind.Full, join.Left, name, $"recursive reference in left source of {kind} join");
                RefuseIf(join.Kind is JoinKind.Left or JoinKind.Full, join.Right, name, $"recursive reference in right source of {kind} join");
            }
            else if (node is SetOperation operation)
            {
                CheckSetOperation(operation, name);
            }
        }
    }

    private static void CheckSetOperation(SetOperation node, Identifier name)
    {
        var isIntersectAll = node is { Operator: SetOperator.Intersect, IsDistinct: false };
        RefuseIf(isIntersectAll, node.Left, name, "recursive reference in INTERSECT ALL");
        RefuseIf(isIntersectAll, node.Right, name, "recursive reference in INTERSECT ALL");
        var isExcept = node.Operator == SetOperator.Except;
        RefuseIf(isExcept, node.Right, name, $"recursive reference in right relation of EXCEPT {(node.IsDistinct ? "DISTINCT" : "ALL")}");
        RefuseIf(isExcept && !node.IsDistinct, node.Left, name, "recursive reference in left relation of EXCEPT ALL");
    }

    private static void RefuseIf(bool isRefused, Node node, Identifier name, string message)
    {
        if (isRefused && References(node, name).FirstOrDefault() is { } reference)
        {
            throw Invalid(reference, message);
        }
    }

    /// <summary>Tables of that name below <paramref name="node"/>, except in queries whose own WITH gives the name another meaning.</summary>
    private static List<Node> References(Node node, Identifier name)
    {
        var shadowed = SyntaxTree.SelfAndDescendants(node, intoSubqueries: true)
            .OfType<Query>()
            .Where(query => query.With is { } with && with.Queries.Any(inner => IsNamed(inner.Name)))
            .SelectMany(query => SyntaxTree.SelfAndDescendants(query, intoSubqueries: true))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return SyntaxTree.SelfAndDescendants(node, intoSubqueries: true)
            .Where(part => !shadowed.Contains(part) && TableNameOf(part) is { Parts.Count: 1 } table && IsNamed(table.Parts[0]))
            .ToList();

        bool IsNamed(Identifier other) => string.Equals(other.Value, name.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static QualifiedName? TableNameOf(Node node) => node switch
    {
        TableReference table => table.Name,
        TableBody table => table.Name,
        _ => null,
    };

    private static QueryException Invalid(Node reference, string message) =>
        new(ErrorCode.InvalidRecursiveReference, reference.Span, message);
}
