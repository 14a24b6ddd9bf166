using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

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
}
