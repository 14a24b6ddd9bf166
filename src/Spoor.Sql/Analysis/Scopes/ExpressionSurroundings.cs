namespace Spoor.Sql.Analysis.Scopes;

/// <summary>What the place of an expression lets it do.</summary>
/// <param name="Windows">Where OVER finds named windows; null where none are defined.</param>
/// <param name="AllowsOuterColumns">Whether subqueries in it may use columns from outside of themselves.</param>
/// <param name="IsInLambda">Whether it stands in a lambda, where subqueries are refused.</param>
/// <param name="Aliases">The select list whose aliases are not seen here; null where there is none.</param>
internal sealed record ExpressionSurroundings(WindowDefinitions? Windows = null, bool AllowsOuterColumns = true, bool IsInLambda = false, HiddenAliases? Aliases = null)
{
    public static ExpressionSurroundings None { get; } = new();
}
