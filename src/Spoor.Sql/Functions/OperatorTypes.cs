using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Functions.Signatures;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Functions;

/// <summary>The types that an operator takes and gives for two operands.</summary>
/// <param name="Left">What the left operand is coerced to.</param>
/// <param name="Right">What the right operand is coerced to.</param>
/// <param name="Result">The type of the result.</param>
public sealed record OperatorTypes(SqlType Left, SqlType Right, SqlType Result)
{
    private static readonly Lazy<Dictionary<string, ValueList<FunctionDeclaration>>> s_overloads = new(() => SignatureLines
        .Of(OperatorSignatures.Signatures)
        .GroupBy(SignatureLines.NameOf)
        .ToDictionary(group => group.Key, group => group.Select(SignatureParser.Parse).ToValueList()));

    /// <summary>The types of <c>left op right</c>; null when the operator does not take these operands, or takes them in several ways (<c>NULL + NULL</c>).</summary>
    /// <exception cref="QueryException">InvalidFunctionArgument: the scale of a decimal product is out of range.</exception>
    public static OperatorTypes? TryArithmetic(ArithmeticOperator @operator, SqlType left, SqlType right)
    {
        var overloads = s_overloads.Value[@operator.ToString().ToLowerInvariant()];
        return OverloadSelection.Select(overloads, [new TypedArgument(left), new TypedArgument(right)]) is [var candidate]
            ? new OperatorTypes(candidate.ArgumentTypes[0], candidate.ArgumentTypes[1], candidate.ResultType(span: null))
            : null;
    }

    /// <summary>Whether <c>-value</c> takes a value of that type; the result has the same type.</summary>
    public static bool CanNegate(SqlType type) =>
        type == ScalarTypes.IntervalDayToSecond
        || type == ScalarTypes.IntervalYearToMonth
        || (type != ScalarTypes.Unknown && TypeCoercion.CanCoerce(type, ScalarTypes.Double));
}
