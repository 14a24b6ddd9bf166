using System.Text;
using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Types;

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
        if (choice.Operand is not null)
        {
            text.Append(' ').Append(PrintComparable(choice.Operand));
        }

        foreach (var when in choice.Whens)
        {
            var condition = choice.Operand is null ? Print(when.Condition) : PrintComparable(when.Condition);
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
        if (nullIf.First.Type == nullIf.Second.Type && nullIf.ComparisonType is not TimestampType { WithTimeZone: true })
        {
            return $"NULLIF({Print(nullIf.First)}, {Print(nullIf.Second)})";
        }

        const string Variable = "spoor_first";
        var second = Compared(Print(nullIf.Second), nullIf.Second.Type, nullIf.ComparisonType);
        var isEqual = $"{Compared(Variable, nullIf.First.Type, nullIf.ComparisonType)} = {second}";
        return CastPrinter.Once(Print(nullIf.First), Variable, $"CASE WHEN {isEqual} THEN NULL ELSE {Variable} END");
    }

    private static string Compared(string text, SqlType from, SqlType to) =>
        ComparisonPrinter.Key(CastPrinter.Print(text, from, to, isTry: false), to);
}
