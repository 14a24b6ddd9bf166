using System.Globalization;
using System.Runtime.CompilerServices;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>An expression as people write it, <c>$"CASE WHEN {value} IS NULL THEN 0 ELSE len({value}) END"</c>: the text is the program's own, the holes are nodes, and <see cref="DuckTemplateParser"/> makes a tree of both.</summary>
/// <remarks>There is no way to put a text into a hole, so what a user wrote is never read as SQL.</remarks>
[InterpolatedStringHandler]
internal readonly struct DuckTemplate
{
    private readonly List<object> _pieces;

    /// <summary>Called by the compiler.</summary>
    public DuckTemplate(int literalLength, int formattedCount) => _pieces = new List<object>((formattedCount * 2) + Math.Min(literalLength, 1));

    /// <summary>Texts and nodes in turn.</summary>
    public IReadOnlyList<object> Pieces => _pieces;

    /// <summary>A text with <c>{0}</c> for the first argument of a call, <c>{*}</c> for all.</summary>
    public static DuckTemplate Of(string text, DuckFunctionCall call)
    {
        var template = new DuckTemplate(text.Length, 4);
        var start = 0;
        for (var open = text.IndexOf('{', start); open >= 0; open = text.IndexOf('{', start))
        {
            var close = text.IndexOf('}', open);
            template.AppendLiteral(text[start..open]);
            if (text[open + 1] == '*')
            {
                template.AppendFormatted(call.All);
            }
            else
            {
                template.AppendFormatted(call[int.Parse(text.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture)]);
            }

            start = close + 1;
        }

        template.AppendLiteral(text[start..]);
        return template;
    }

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string text) => _pieces.Add(text);

    /// <summary>A node.</summary>
    public void AppendFormatted(DuckExpression node) => _pieces.Add(node);

    /// <summary>Nodes in an argument list or list.</summary>
    public void AppendFormatted(IEnumerable<DuckExpression> nodes) => _pieces.Add(nodes);

    /// <summary>A type, behind CAST's AS.</summary>
    public void AppendFormatted(DuckType type) => _pieces.Add(type);

    /// <summary>A number.</summary>
    public void AppendFormatted(long number) => _pieces.Add(number < 0 ? DuckSql.Number(number) : new DuckNumber(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An operator.</summary>
    public void AppendFormatted(ComparisonOperator comparison) => _pieces.Add(comparison.ToSymbol());

    /// <summary>An operator.</summary>
    public void AppendFormatted(ArithmeticOperator arithmetic) => _pieces.Add(arithmetic.ToSymbol());
}
