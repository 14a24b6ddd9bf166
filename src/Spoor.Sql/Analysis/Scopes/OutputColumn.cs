using Spoor.Core.Text;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>A column of a select list.</summary>
/// <param name="Symbol">What it is called above the select list.</param>
/// <param name="Expression">Its value, over the source; aggregates and window functions still as placeholders.</param>
/// <param name="Name">Alias, or the last part of a plain name; null when it has neither.</param>
/// <param name="Syntax">As written; null when <c>*</c> made it.</param>
/// <param name="Star">The field that <c>*</c> expanded to; null when written.</param>
/// <param name="Place">Where errors about it point.</param>
internal sealed record OutputColumn(Symbol Symbol, BoundExpression Expression, string? Name, Expression? Syntax, Field? Star, TextSpan Place)
{
    /// <summary>As a name that ORDER BY and outer queries can use.</summary>
    public Field AsField() => new(Name, [], Symbol);
}
