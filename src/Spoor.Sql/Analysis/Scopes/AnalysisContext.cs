using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>What surrounds a statement: where names are looked up, and what <c>now()</c> means.</summary>
/// <param name="Tables">Where tables and views are looked up.</param>
/// <param name="Catalog">Catalog of names without one, lower-case.</param>
/// <param name="Database">Database of names without one, lower-case.</param>
/// <param name="StartedAt">What <c>now()</c>, <c>CURRENT_DATE</c> and the like give; the session's zone is UTC.</param>
/// <param name="Parameters">Values of <c>?</c> in order of the text; null when the statement was not given any.</param>
public sealed record AnalysisContext(
    ITableSource Tables,
    string Catalog,
    string Database,
    DateTimeOffset StartedAt,
    ValueList<Expression>? Parameters = null)
{
    /// <summary>The view whose new query is analyzed, which may not read the view itself; null for none.</summary>
    public TableName? ReplacedView { get; init; }
}
