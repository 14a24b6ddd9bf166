using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    private const string Looked = "spoor_y";

    private string? PrintSubquery(BoundExpression expression)
    {
        if (_subqueryDepth >= MaxSubqueryDepth)
        {
            throw TooLarge(expression, $"Subqueries in expressions may be nested {MaxSubqueryDepth} levels deep. Name the inner ones by WITH.");
        }

        // A subquery's expressions are not part of the one around it.
        var depth = _depth;
        _depth = 0;
        _subqueryDepth++;
        try
        {
            return PrintAnySubquery(expression);
        }
        finally
        {
            _depth = depth;
            _subqueryDepth--;
        }
    }

    private string? PrintAnySubquery(BoundExpression expression) => expression switch
    {
        BoundScalarSubquery scalar => $"({relations.PrintColumn(scalar.Query)})",
        BoundInSubquery membership => PrintMembership(membership),
        BoundExists exists => $"EXISTS ({relations.Print(exists.Query)})",
        BoundQuantifiedComparison quantified when ComparisonPrinter.HasPlainEquality(quantified.Value.Type) =>
            $"({PrintComparable(quantified.Value)} {quantified.Operator.ToSymbol()} {(quantified.IsAll ? "ALL" : "ANY")} ({relations.PrintColumn(quantified.Query, ComparisonPrinter.Key)}))",
        BoundQuantifiedComparison quantified => PrintEach(quantified.Value, quantified.Operator, quantified.Query, quantified.IsAll),
        _ => null,
    };

    private string PrintMembership(BoundInSubquery membership) => membership.Value.Type switch
    {
        ScalarType { IsFloatingPoint: true } => PrintFloatMembership(membership),
        ArrayType or MapType or RowType => PrintEach(membership.Value, ComparisonOperator.Equal, membership.Query, isAll: false),
        _ => $"({PrintComparable(membership.Value)} IN ({relations.PrintColumn(membership.Query, ComparisonPrinter.Key)}))",
    };

    // DuckDB's NaN equals itself: a mark on one side keeps it from meeting another.
    private string PrintFloatMembership(BoundInSubquery membership)
    {
        var value = CastPrinter.Once(Print(membership.Value), Looked, $"CASE WHEN {Looked} IS NOT NULL THEN {{'n': isnan({Looked}), 'v': {Looked}}} END");
        return $"({value} IN ({relations.PrintColumn(membership.Query, (column, _) => $"CASE WHEN {column} IS NOT NULL THEN {{'n': false, 'v': {column}}} END")}))";
    }

    // Each pair is compared, because only that tells false from NULL.
    private string PrintEach(BoundExpression value, ComparisonOperator op, BoundRelation query, bool isAll)
    {
        var left = Print(value);
        var column = relations.PrintColumn(query, (text, type) => ComparisonPrinter.Print(op, left, text, type));
        var (decisive, other) = isAll ? ("NOT found", "true") : ("found", "false");
        return $"(SELECT CASE WHEN count(*) FILTER (WHERE {decisive}) > 0 THEN {(isAll ? "false" : "true")} WHEN count(*) FILTER (WHERE found IS NULL) > 0 THEN NULL ELSE {other} END FROM ({column}) AS each(found))";
    }

    private string PrintMembershipTruth(BoundInSubquery membership)
    {
        var column = relations.PrintColumn(membership.Query, (text, type) => $"CASE WHEN {NestedEquality.Print(text, text, type)} THEN {ValueKey.Identity(text, type)} END");
        return $"({PrintIdentity(membership.Value)} IN ({column}))";
    }
}
