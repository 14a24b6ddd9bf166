using System.Text;
using Spoor.Engine.DuckDb.Functions;
using Spoor.Engine.Planning;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    private string? PrintConditional(BoundExpression expression) => expression switch
    {
        BoundCase choice => PrintCase(choice),
        BoundCoalesce coalesce => $"COALESCE({string.Join(", ", PrintAll(coalesce.Values))})",
        BoundNullIf nullIf => PrintNullIf(nullIf),
        _ => null,
    };

    private string PrintCase(BoundCase choice)
    {
        var text = new StringBuilder("CASE");
        var isSimple = choice.Operand is not null && ComparisonPrinter.HasPlainEquality(choice.Operand.Type);
        if (isSimple)
        {
            text.Append(' ').Append(PrintComparable(choice.Operand!)); // Not null, as asked above.
        }

        foreach (var when in choice.Whens)
        {
            var condition = choice.Operand is not { } operand
                ? PrintTruth(when.Condition)
                : isSimple ? PrintComparable(when.Condition) : ComparisonPrinter.Print(ComparisonOperator.Equal, Print(operand), Print(when.Condition), operand.Type);
            text.Append(" WHEN ").Append(condition).Append(" THEN ").Append(Print(when.Result));
        }

        if (choice.Default is not null)
        {
            text.Append(" ELSE ").Append(Print(choice.Default));
        }

        return text.Append(" END").ToString();
    }

    /// <summary>The value keeps its own type though it is compared in another.</summary>
    private string PrintNullIf(BoundNullIf nullIf)
    {
        const string Variable = "spoor_first";
        var first = Print(nullIf.First);
        var second = CastPrinter.Print(Print(nullIf.Second), nullIf.Second.Type, nullIf.ComparisonType, isTry: false);
        return MayRepeat(nullIf.First, first)
            ? UnlessEqual(first)
            : CastPrinter.Once(first, Variable, UnlessEqual(Variable));

        string UnlessEqual(string value)
        {
            var compared = CastPrinter.Print(value, nullIf.First.Type, nullIf.ComparisonType, isTry: false);
            return $"CASE WHEN {ComparisonPrinter.Print(ComparisonOperator.Equal, compared, second, nullIf.ComparisonType)} THEN NULL ELSE {value} END";
        }
    }

    /// <summary>Whether the value may stand twice: DuckDB computes equal expressions once, but nested ones would double at each level.</summary>
    private static bool MayRepeat(BoundExpression expression, string printed) => printed.Length <= 200 && SymbolUses.IsDeterministic(expression);
}
