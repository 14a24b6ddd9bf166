using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Aggregates;

/// <summary>Positions of the select list in GROUP BY and ORDER BY.</summary>
internal static class SortOrdinal
{
    /// <summary>The index, from 0, of the output column that <c>ORDER BY 2</c> means; null when the key is no ordinal.</summary>
    public static int? TryGet(SortItem item, int columnCount) => TryGet(item.Key, columnCount, "ORDER BY");

    /// <summary>The same for <paramref name="clause"/>.</summary>
    public static int? TryGet(Expression node, int columnCount, string clause)
    {
        if (node is not IntegerLiteral literal)
        {
            return null;
        }

        var isNumber = long.TryParse(literal.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        return isNumber && position >= 1 && position <= columnCount
            ? (int)position - 1
            : throw new QueryException(ErrorCode.InvalidColumnReference, literal.Span, $"{clause} position {literal.Text} is not in select list");
    }
}
