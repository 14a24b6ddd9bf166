using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>The select list of a query for a clause that does not see its aliases; whoever tries is told so.</summary>
/// <param name="Clause">The clause's keyword.</param>
/// <param name="Items">The select list.</param>
internal sealed record HiddenAliases(string Clause, ValueList<SelectItem> Items)
{
    /// <summary>Advice when <paramref name="name"/> is such an alias; else null.</summary>
    public string? Hint(string name) =>
        Items.OfType<SingleColumn>().FirstOrDefault(item => string.Equals(item.Alias?.Value, name, StringComparison.OrdinalIgnoreCase)) is { } item
            ? $"{Clause} does not see the select list's aliases: write {ExpressionFormatter.Format(item.Expression)}, or put the query into a subquery."
            : null;
}
