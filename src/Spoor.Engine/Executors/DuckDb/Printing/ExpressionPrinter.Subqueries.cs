using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    private DuckExpression? PrintSubquery(BoundExpression expression)
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

    private DuckExpression? PrintAnySubquery(BoundExpression expression) => expression switch
    {
        BoundScalarSubquery scalar => new DuckSubquery(relations.PrintColumn(scalar.Query)),
        BoundInSubquery membership => PrintMembership(membership),
        BoundExists exists => new DuckExists(relations.Print(exists.Query)),
        BoundQuantifiedComparison quantified when ComparisonPrinter.HasPlainEquality(quantified.Value.Type) => new DuckComparedToQuery(
            PrintComparable(quantified.Value),
            $"{quantified.Operator.ToSymbol()} {(quantified.IsAll ? "ALL" : "ANY")}",
            relations.PrintColumn(quantified.Query, ComparisonPrinter.Key)),
        BoundQuantifiedComparison quantified => PrintEach(quantified.Value, quantified.Operator, quantified.Query, quantified.IsAll),
        _ => null,
    };

    private DuckExpression PrintMembership(BoundInSubquery membership) => membership.Value.Type switch
    {
        ScalarType { IsFloatingPoint: true } => PrintFloatMembership(membership),
        ArrayType or MapType or RowType => PrintEach(membership.Value, ComparisonOperator.Equal, membership.Query, isAll: false),
        _ => new DuckComparedToQuery(PrintComparable(membership.Value), "IN", relations.PrintColumn(membership.Query, ComparisonPrinter.Key)),
    };

    // DuckDB's NaN equals itself: a mark on one side keeps it from meeting another.
    private DuckComparedToQuery PrintFloatMembership(BoundInSubquery membership)
    {
        var value = Once(Print(membership.Value), known => Duck($"CASE WHEN {known} IS NOT NULL THEN {{n: isnan({known}), v: {known}}} END"));
        return new DuckComparedToQuery(value, "IN", relations.PrintColumn(membership.Query, (column, _) => Duck($"CASE WHEN {column} IS NOT NULL THEN {{n: false, v: {column}}} END")));
    }

    // Each pair is compared, because only that tells false from NULL.
    private DuckSubquery PrintEach(BoundExpression value, ComparisonOperator op, BoundRelation query, bool isAll)
    {
        var left = Print(value);
        var column = relations.PrintColumn(query, (other, type) => ComparisonPrinter.Print(op, left, other, type));
        var found = new DuckColumn("found");
        var decisive = Count(isAll ? new DuckPrefix("NOT", found) : found);
        var unknown = Count(new DuckIsNull(found, IsNegated: false));
        var (decided, other) = isAll ? (DuckKeyword.False, DuckKeyword.True) : (DuckKeyword.True, DuckKeyword.False);
        var answer = Duck($"CASE WHEN {decisive} > 0 THEN {decided} WHEN {unknown} > 0 THEN NULL ELSE {other} END");
        return new DuckSubquery(new DuckSelect([new(answer)], new DuckDerived(column, "each", ["found"])));
    }

    private static DuckAggregate Count(DuckExpression filter) => new("count", [DuckKeyword.Star], Filter: filter);

    private DuckComparedToQuery PrintMembershipTruth(BoundInSubquery membership)
    {
        var column = relations.PrintColumn(membership.Query, (value, type) => Duck($"CASE WHEN {NestedEquality.Print(value, value, type)} THEN {ValueKey.Identity(value, type)} END"));
        return new DuckComparedToQuery(PrintIdentity(membership.Value), "IN", column);
    }
}
