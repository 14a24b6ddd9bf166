using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis;

/// <summary>Turns queries and what stands in FROM into relational algebra.</summary>
/// <param name="state">What the whole statement shares.</param>
/// <param name="catalog">Catalog of names without one.</param>
/// <param name="database">Database of names without one.</param>
/// <param name="allowsOuterColumns">Whether expressions may use columns of outer queries.</param>
internal sealed partial class RelationAnalyzer(StatementState state, string catalog, string database, bool allowsOuterColumns = true)
{
    public StatementState State { get; } = state;

    public string Catalog { get; } = catalog;

    public string Database { get; } = database;

    public bool AllowsOuterColumns { get; } = allowsOuterColumns;

    /// <summary>An analyzer for subqueries that may not be correlated.</summary>
    public RelationAnalyzer WithoutOuterColumns() => new(State, Catalog, Database, allowsOuterColumns: false);

    /// <summary>Analyzes what stands in FROM; <paramref name="scope"/> is what it may use besides itself.</summary>
    public AnalyzedRelation AnalyzeRelation(Relation node, Scope scope)
    {
        StackGuard.Check(node.Span);
        return node switch
        {
            TableReference table => AnalyzeTable(table.Name, scope),
            AliasedRelation aliased => AnalyzeAliased(aliased, scope),
            SubqueryRelation subquery => AnalyzeQuery(subquery.Query, scope),
            LateralRelation lateral => AnalyzeQuery(lateral.Query, scope),
            Unnest unnest => AnalyzeUnnest(unnest, scope),
            SampledRelation sampled => AnalyzeSampled(sampled, scope),
            Join join => AnalyzeJoin(join, scope),
            _ => throw new UnreachableException($"No analysis for {node.GetType().Name}."),
        };
    }

    private AnalyzedRelation AnalyzeAliased(AliasedRelation node, Scope scope)
    {
        var relation = AnalyzeRelation(node.Relation, scope);
        if (node.Relation is Unnest unnest && node.Columns.Count != relation.Fields.Count)
        {
            relation = TryPackRows(unnest, relation, node.Columns.Count) ?? relation;
        }

        var names = node.Columns.Select(column => column.Value).ToList();
        var fields = relation.Fields;
        if (names.Count > 0)
        {
            // Hidden columns are not reachable under a list of new names.
            fields = fields.Where(field => !field.IsHidden).ToList();
            if (fields.Count != names.Count)
            {
                throw new QueryException(
                    ErrorCode.MismatchedColumnAliases,
                    node.Span,
                    $"Column alias list has {names.Count} entries but '{ExpressionFormatter.Format(node.Alias)}' has {fields.Count} columns available");
            }
        }

        ValueList<string> alias = [node.Alias.Value];
        return new AnalyzedRelation(
            relation.Relation,
            fields.Select((field, index) => field with { RelationName = alias, Name = names.Count > 0 ? names[index] : field.Name }).ToList());
    }

    private AnalyzedRelation AnalyzeSampled(SampledRelation node, Scope scope)
    {
        var relation = AnalyzeRelation(node.Relation, scope);
        return relation with { Relation = new BoundSample(relation.Relation, node.IsBernoulli, SamplePercentage(node.Percentage)) };
    }

    private double SamplePercentage(Expression node)
    {
        if (SyntaxTree.Expressions(node).Any(part => part is Identifier or Dereference))
        {
            throw new QueryException(ErrorCode.ExpressionNotConstant, Place.Of(node), "Sample percentage cannot contain column references");
        }

        var value = new ExpressionAnalyzer(this, Scope.Empty).Analyze(node);
        if (!TypeCoercion.CanCoerce(value.Type, ScalarTypes.Double))
        {
            throw new QueryException(ErrorCode.TypeMismatch, Place.Of(node), "Sample percentage should be a numeric expression");
        }

        return ConstantNumber.TryEvaluate(value) switch
        {
            null => throw new QueryException(ErrorCode.InvalidArguments, Place.Of(node), "Sample percentage cannot be NULL"),
            < 0 => throw new QueryException(ErrorCode.NumericValueOutOfRange, Place.Of(node), "Sample percentage must be greater than or equal to 0"),
            > 100 => throw new QueryException(ErrorCode.NumericValueOutOfRange, Place.Of(node), "Sample percentage must be less than or equal to 100"),
            { } percentage => percentage,
        };
    }

    /// <summary>The relation with its columns brought to <paramref name="types"/>; itself when they are already.</summary>
    public static AnalyzedRelation CoerceOutput(AnalyzedRelation relation, IReadOnlyList<SqlType> types, StatementState state)
    {
        if (relation.Fields.Select(field => field.Type).SequenceEqual(types))
        {
            return relation;
        }

        var fields = new List<Field>(types.Count);
        var assignments = new List<BoundAssignment>(types.Count);
        foreach (var (field, type) in relation.Fields.Zip(types))
        {
            var symbol = field.Type.Equals(type) ? field.Symbol : state.NewSymbol(field.Name, type);
            assignments.Add(new BoundAssignment(symbol, Coercion.To(new BoundColumn(field.Symbol, default), type)));
            fields.Add(field with { Symbol = symbol });
        }

        return new AnalyzedRelation(new BoundProject(relation.Relation, assignments.ToValueList()), fields);
    }
}
