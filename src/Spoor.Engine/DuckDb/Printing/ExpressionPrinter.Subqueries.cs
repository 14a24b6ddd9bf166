using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
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
        BoundInSubquery membership => $"({Print(membership.Value)} IN ({relations.PrintColumn(membership.Query)}))",
        BoundExists exists => $"EXISTS ({relations.Print(exists.Query)})",
        BoundQuantifiedComparison quantified =>
            $"({Print(quantified.Value)} {quantified.Operator.ToSymbol()} {(quantified.IsAll ? "ALL" : "ANY")} ({relations.PrintColumn(quantified.Query)}))",
        _ => null,
    };
}
