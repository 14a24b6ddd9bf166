using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Aggregates;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class RelationAnalyzer
{
    /// <summary>Analyzes the named queries in order and makes each known in <paramref name="scope"/> to those after it.</summary>
    private List<BoundNamedQuery> AnalyzeWith(With node, Scope scope)
    {
        var queries = new List<BoundNamedQuery>();
        foreach (var query in node.Queries)
        {
            if (scope.DefinesNamedQuery(query.Name.Value))
            {
                throw new QueryException(ErrorCode.DuplicateNamedQuery, query.Span, $"WITH query name '{query.Name.Value.ToLowerInvariant()}' specified more than once");
            }

            var bound = node.IsRecursive ? AnalyzeRecursive(query, scope) : null;
            queries.Add(bound ?? AnalyzePlain(query, scope));
        }

        return queries;
    }

    private BoundNamedQuery AnalyzePlain(NamedQuery node, Scope scope)
    {
        var relation = AnalyzeQuery(node.Query, scope);
        CheckAliases(node.Columns, relation.Fields.Count);
        var definition = new NamedQueryDefinition(State.NewQueryId(), node.Name.Value, NamedColumns(node, relation));
        scope.AddNamedQuery(definition);
        return new BoundNamedQuery(definition.Id, definition.Name, relation.Relation, RecursiveStep: null);
    }

    private static ValueList<NamedQueryColumn> NamedColumns(NamedQuery node, AnalyzedRelation relation) =>
        relation.Fields.Select((field, index) => new NamedQueryColumn(node.Columns.Count > 0 ? node.Columns[index].Value : field.Name, field.Type)).ToValueList();

    private static void CheckAliases(ValueList<Identifier> aliases, int columnCount)
    {
        if (aliases.Count == 0)
        {
            return;
        }

        CheckAliasCount(aliases, columnCount);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var alias in aliases)
        {
            if (!seen.Add(alias.Value))
            {
                throw new QueryException(ErrorCode.DuplicateColumnName, alias.Span, "Duplicate column alias");
            }
        }
    }

    /// <summary>Refuses a list of aliases that is longer or shorter than what it names.</summary>
    public static void CheckAliasCount(ValueList<Identifier> aliases, int columnCount)
    {
        if (aliases.Count != columnCount)
        {
            throw new QueryException(ErrorCode.MismatchedColumnAliases, aliases[0].Span, $"Column alias list has {aliases.Count} entries but relation has {columnCount} columns");
        }
    }

    /// <summary>A query that refers to itself once, in the second branch of a UNION; null when it does not refer to itself at all.</summary>
    private BoundNamedQuery? AnalyzeRecursive(NamedQuery node, Scope scope)
    {
        if (RecursiveShape.Check(node) is not { } union)
        {
            return null;
        }

        var anchor = AnalyzeBody(union.Left, scope);
        CheckAliases(node.Columns, anchor.Fields.Count);
        var definition = new NamedQueryDefinition(State.NewQueryId(), node.Name.Value, NamedColumns(node, anchor));
        var stepScope = scope.WithFields([]);
        stepScope.AddNamedQuery(definition);
        var step = AnalyzeBody(union.Right, stepScope);
        var types = anchor.Fields.Select(field => field.Type).ToList();
        CheckStep(union.Right, types, step);
        scope.AddNamedQuery(definition with { IsDistinctRecursion = union.IsDistinct });
        return new BoundNamedQuery(definition.Id, definition.Name, anchor.Relation, CoerceOutput(step, types, State).Relation);
    }

    private static void CheckStep(QueryBody node, List<SqlType> types, AnalyzedRelation step)
    {
        if (types.Count != step.Fields.Count)
        {
            throw new QueryException(ErrorCode.TypeMismatch, node.Span, $"base and step relations of recursion have different number of fields: {types.Count}, {step.Fields.Count}");
        }

        for (var i = 0; i < types.Count; i++)
        {
            var type = step.Fields[i].Type;
            if (!type.Equals(types[i]) && !TypeCoercion.CanCoerce(type, types[i]))
            {
                throw new QueryException(
                    ErrorCode.TypeMismatch,
                    node.Span,
                    $"recursion step relation output type ({type}) is not coercible to recursion base relation output type ({types[i]}) at column {i + 1}");
            }
        }
    }
}
