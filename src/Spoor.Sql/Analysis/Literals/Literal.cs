using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Literals;

/// <summary>Types literals and turns their text into values.</summary>
internal static class Literal
{
    /// <summary>The constant that <paramref name="node"/> is; null when it is no literal.</summary>
    public static BoundLiteral? Analyze(Expression node) => node switch
    {
        NullLiteral literal => new BoundLiteral(null, ScalarTypes.Unknown, literal.Span),
        BooleanLiteral literal => new BoundLiteral(literal.Value, ScalarTypes.Boolean, literal.Span),
        IntegerLiteral literal => AnalyzeInteger(literal),
        DecimalLiteral literal => AnalyzeDouble(literal.Text, literal.Span),
        DoubleLiteral literal => AnalyzeDouble(literal.Text, literal.Span),
        StringLiteral literal => new BoundLiteral(literal.Value, new VarcharType(LengthInCodePoints(literal.Value)), literal.Span),
        BinaryLiteral literal => new BoundLiteral(literal.Value, ScalarTypes.Varbinary, literal.Span),
        TypedLiteral literal => TypedLiterals.Analyze(literal),
        IntervalLiteral literal => IntervalLiterals.Analyze(literal),
        _ => null,
    };

    /// <summary>Trino counts code points, not UTF-16 units.</summary>
    public static int LengthInCodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static BoundLiteral AnalyzeInteger(IntegerLiteral node)
    {
        if (!long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw new QueryException(ErrorCode.InvalidLiteral, node.Span, $"Invalid numeric literal: {node.Text}");
        }

        return new BoundLiteral(value, value is >= int.MinValue and <= int.MaxValue ? ScalarTypes.Integer : ScalarTypes.BigInt, node.Span);
    }

    // Athena parses 1.5 as DOUBLE where Trino has DECIMAL; a double's nearest value of any text of digits exists.
    private static BoundLiteral AnalyzeDouble(string text, TextSpan span) =>
        new(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), ScalarTypes.Double, span);
}
