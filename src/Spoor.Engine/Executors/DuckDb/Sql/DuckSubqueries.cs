namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>A query that gives one value.</summary>
internal sealed record DuckSubquery(DuckQuery Query) : DuckExpression;

/// <summary>EXISTS.</summary>
internal sealed record DuckExists(DuckQuery Query) : DuckExpression;

/// <summary><c>value IN (query)</c>, <c>value &lt; ALL (query)</c>: IN, or an operator and ALL or ANY.</summary>
internal sealed record DuckComparedToQuery(DuckExpression Value, string Words, DuckQuery Query) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Value];
}
