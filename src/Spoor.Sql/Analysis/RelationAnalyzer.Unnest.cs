using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class RelationAnalyzer
{
    private AnalyzedRelation AnalyzeUnnest(Unnest node, Scope scope)
    {
        var analyzer = new ExpressionAnalyzer(this, scope);
        var collections = new List<BoundExpression>(node.Expressions.Count);
        var fields = new List<Field>();
        foreach (var expression in node.Expressions)
        {
            Clause.RefuseAggregates(expression, "UNNEST");
            var collection = analyzer.Analyze(expression);
            collections.Add(collection);
            fields.AddRange(ColumnsOf(collection.Type, expression));
        }

        Symbol? ordinality = null;
        if (node.WithOrdinality)
        {
            ordinality = State.NewSymbol("ordinality", ScalarTypes.BigInt);
            fields.Add(new Field(null, [], ordinality));
        }

        var output = fields.Select(field => field.Symbol).ToValueList();
        return new AnalyzedRelation(new BoundUnnest(collections.ToValueList(), ordinality, output), fields);
    }

    private IEnumerable<Field> ColumnsOf(SqlType type, Expression node) => type switch
    {
        ArrayType { Element: RowType row } => row.Fields.Select(member => new Field(member.Name, [], State.NewSymbol(member.Name, member.Type))),
        ArrayType array => [new Field(null, [], State.NewSymbol(null, array.Element))],
        MapType map => [new Field(null, [], State.NewSymbol("key", map.Key)), new Field(null, [], State.NewSymbol("value", map.Value))],
        _ => throw new QueryException(
            ErrorCode.InvalidFunctionArgument,
            Place.Of(node),
            $"Cannot unnest type: {type}",
            hint: type is VarcharType ? "For a text that holds a JSON array, use UNNEST(CAST(json_parse(column) AS array(json)))." : null),
    };

    /// <summary>The columns of an array of rows packed into one again, where the aliases count them so; else null.</summary>
    // DEVIATION: Trino has one column per field and refuses UNNEST(resources) AS t (entry); Athena's guide to CloudTrail uses that form.
    private AnalyzedRelation? TryPackRows(Unnest node, AnalyzedRelation relation, int aliasCount)
    {
        var unnest = (BoundUnnest)relation.Relation;
        var assignments = new List<BoundAssignment>();
        var next = 0;
        foreach (var type in unnest.Collections.Select(collection => collection.Type))
        {
            if (type is ArrayType { Element: RowType row })
            {
                var fields = row.Fields.Select(_ => (BoundExpression)new BoundColumn(unnest.Output[next++], node.Span)).ToValueList();
                assignments.Add(new BoundAssignment(State.NewSymbol(null, row), new BoundRow(fields, row, node.Span)));
                continue;
            }

            var columnCount = type is MapType ? 2 : 1;
            assignments.AddRange(Enumerable.Range(next, columnCount).Select(index => AnalyzedRelation.Identity(unnest.Output[index])));
            next += columnCount;
        }

        if (unnest.Ordinality is { } ordinality)
        {
            assignments.Add(AnalyzedRelation.Identity(ordinality));
        }

        return assignments.Count == aliasCount
            ? new AnalyzedRelation(new BoundProject(unnest, assignments.ToValueList()), assignments.Select(assignment => new Field(null, [], assignment.Symbol)).ToList())
            : null;
    }
}
