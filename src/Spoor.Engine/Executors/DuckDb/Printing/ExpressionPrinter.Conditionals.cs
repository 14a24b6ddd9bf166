using Spoor.Core.Collections;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Planning.Conditions;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class ExpressionPrinter
{
    private const int MostRepeatedNodes = 20;

    private DuckExpression? PrintConditional(BoundExpression expression) => expression switch
    {
        BoundCase choice => PrintCase(choice),
        BoundCoalesce coalesce => Call("coalesce", PrintAll(coalesce.Values)),
        BoundNullIf nullIf => PrintNullIf(nullIf),
        _ => null,
    };

    private DuckCase PrintCase(BoundCase choice)
    {
        var isSimple = choice.Operand is not null && ComparisonPrinter.HasPlainEquality(choice.Operand.Type);
        var whens = choice.Whens.Select(when => new DuckWhen(PrintWhen(choice.Operand, when.Condition, isSimple), Print(when.Result))).ToValueList();
        return new DuckCase(isSimple ? PrintComparable(choice.Operand!) : null, whens, choice.Default is null ? null : Print(choice.Default)); // Not null, as asked above.
    }

    private DuckExpression PrintWhen(BoundExpression? operand, BoundExpression condition, bool isSimple) => operand is null
        ? PrintTruth(condition)
        : isSimple ? PrintComparable(condition) : ComparisonPrinter.Print(ComparisonOperator.Equal, Print(operand), Print(condition), operand.Type);

    /// <summary>The value keeps its own type though it is compared in another.</summary>
    private DuckExpression PrintNullIf(BoundNullIf nullIf)
    {
        var first = Print(nullIf.First);
        var second = CastPrinter.Print(Print(nullIf.Second), nullIf.Second.Type, nullIf.ComparisonType, isTry: false);

        // DuckDB computes equal expressions once, but nested ones would double at each level.
        return SymbolUses.IsDeterministic(nullIf.First) && MayRepeat(first, MostRepeatedNodes) ? UnlessEqual(first) : Once(first, UnlessEqual);

        DuckExpression UnlessEqual(DuckExpression value)
        {
            var compared = CastPrinter.Print(value, nullIf.First.Type, nullIf.ComparisonType, isTry: false);
            return Duck($"CASE WHEN {ComparisonPrinter.Print(ComparisonOperator.Equal, compared, second, nullIf.ComparisonType)} THEN NULL ELSE {value} END");
        }
    }
}
