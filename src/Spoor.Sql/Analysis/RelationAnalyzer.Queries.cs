using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Aggregates;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis;

internal sealed partial class RelationAnalyzer
{
    /// <summary>Analyzes a whole query; its output is exactly its columns, in order, none of them hidden.</summary>
    public AnalyzedRelation AnalyzeQuery(Query node, Scope outer)
    {
        StackGuard.Check(node.Span);
        if (node.With is null)
        {
            return AnalyzeQueryBody(node, outer);
        }

        var scope = outer.WithFields([]);
        var queries = AnalyzeWith(node.With, scope);
        var body = AnalyzeQueryBody(node, scope);
        return body with { Relation = new BoundWith(queries.ToValueList(), body.Relation) };
    }

    private AnalyzedRelation AnalyzeQueryBody(Query node, Scope scope)
    {
        if (node.Body is QuerySpecification specification)
        {
            return new SelectAnalyzer(this, specification, scope).Analyze(node);
        }

        var body = AnalyzeBody(node.Body, scope);
        var relation = body.Relation;
        if (node.OrderBy.Count > 0)
        {
            relation = new BoundSort(relation, AnalyzeOrderBy(node, body, scope));
        }

        return body with { Relation = ApplyLimit(relation, node) };
    }

    private AnalyzedRelation AnalyzeBody(QueryBody node, Scope scope)
    {
        StackGuard.Check(node.Span);
        return node switch
        {
            QuerySpecification specification => new SelectAnalyzer(this, specification, scope).Analyze(query: null),
            SetOperation operation => AnalyzeSetOperation(operation, scope),
            Values values => AnalyzeValues(values, scope),
            TableBody table => WithoutRelationNames(AnalyzeTable(table.Name, scope).WithVisibleOutput()),
            SubqueryBody subquery => AnalyzeQuery(subquery.Query, scope),
            _ => throw new UnreachableException($"No analysis for {node.GetType().Name}."),
        };
    }

    private static AnalyzedRelation WithoutRelationNames(AnalyzedRelation relation) =>
        relation with { Fields = relation.Fields.Select(field => field with { RelationName = [] }).ToList() };

    /// <summary>ORDER BY after a body that is no SELECT: only its columns can be named.</summary>
    private ValueList<BoundSortKey> AnalyzeOrderBy(Query node, AnalyzedRelation body, Scope scope)
    {
        var analyzer = new ExpressionAnalyzer(this, scope.WithFields(body.Fields));
        return node.OrderBy.Select(item => SortKey(item, AnalyzeKey(item), node.Span)).ToValueList();

        BoundExpression AnalyzeKey(SortItem item)
        {
            if (SortOrdinal.TryGet(item, body.Fields.Count) is { } index)
            {
                return new BoundColumn(body.Fields[index].Symbol, item.Key.Span);
            }

            Clause.RefuseAggregates(item.Key, "ORDER BY clause");
            return analyzer.Analyze(item.Key);
        }
    }

    /// <summary>A key of ORDER BY; nulls come last unless said otherwise.</summary>
    public static BoundSortKey SortKey(SortItem item, BoundExpression key, TextSpan place) => key.Type.IsOrderable
        ? new BoundSortKey(key, item.IsDescending, item.NullsFirst ?? false)
        : throw new QueryException(ErrorCode.TypeMismatch, place, $"Type {key.Type} is not orderable, and therefore cannot be used in ORDER BY: {ExpressionFormatter.Format(item.Key)}");

    /// <summary>OFFSET and LIMIT (or FETCH FIRST) of <paramref name="query"/> above <paramref name="relation"/>.</summary>
    public BoundRelation ApplyLimit(BoundRelation relation, Query query)
    {
        if (query.Limit is { WithTies: true } && query.OrderBy.Count == 0)
        {
            throw new QueryException(ErrorCode.MissingOrderBy, query.Limit.Span, "FETCH FIRST WITH TIES clause requires ORDER BY");
        }

        var offset = query.Offset is null ? 0 : RowCount(query.Offset, "OFFSET", min: 0);
        var limit = query.Limit is { IsFetchFirst: true } fetch
            ? fetch.Count is null ? 1 : RowCount(fetch.Count, "FETCH FIRST", min: 1)
            : query.Limit?.Count is { } count ? RowCount(count, "LIMIT", min: 0) : (long?)null;
        return offset == 0 && limit is null ? relation : new BoundLimit(relation, offset, limit, query.Limit?.WithTies ?? false);
    }

    private long RowCount(Expression node, string clause, long min)
    {
        var value = new ExpressionAnalyzer(this, Scope.Empty).Analyze(node);
        if (value is not BoundLiteral literal || !(IsWhole(value.Type) || literal.Value is null))
        {
            throw new QueryException(ErrorCode.InvalidArguments, node.Span, $"Non constant parameter value for {clause}: {ExpressionFormatter.Format(ParameterValue(node))}");
        }

        if (literal.Value is not long count)
        {
            throw new QueryException(ErrorCode.InvalidArguments, node.Span, $"Parameter value provided for {clause} is NULL: {ExpressionFormatter.Format(ParameterValue(node))}");
        }

        var rule = min == 0 ? "greater or equal to 0" : "positive";
        return count >= min
            ? count
            : throw new QueryException(ErrorCode.NumericValueOutOfRange, node.Span, $"{clause} row count must be {rule} (actual value: {count})");
    }

    private Expression ParameterValue(Expression node) =>
        node is Parameter parameter && State.Context.Parameters is { } parameters ? parameters[parameter.Ordinal] : node;

    private static bool IsWhole(SqlType type) => type is ScalarType { IsInteger: true };
}
