using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>A query of DuckDB's SQL.</summary>
internal abstract record DuckQuery;

/// <summary>SELECT.</summary>
internal sealed record DuckSelect(ValueList<DuckSelectItem> Items, DuckSource? From = null) : DuckQuery
{
    /// <summary>DISTINCT.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>Columns of DISTINCT ON; empty without.</summary>
    public ValueList<DuckExpression> DistinctOn { get; init; } = [];

    /// <summary>WHERE.</summary>
    public DuckExpression? Where { get; init; }

    /// <summary>GROUP BY GROUPING SETS; one set for a plain GROUP BY, none without.</summary>
    public ValueList<ValueList<DuckExpression>> GroupingSets { get; init; } = [];

    /// <summary>QUALIFY.</summary>
    public DuckExpression? Qualify { get; init; }

    /// <summary>ORDER BY.</summary>
    public ValueList<DuckSortKey> OrderBy { get; init; } = [];

    /// <summary>LIMIT.</summary>
    public long? Limit { get; init; }

    /// <summary>OFFSET.</summary>
    public long Offset { get; init; }
}

/// <summary>An expression of SELECT and the name of its column.</summary>
internal sealed record DuckSelectItem(DuckExpression Value, string? Alias = null);

/// <summary>Two queries with an operator between them: <c>UNION ALL</c>.</summary>
internal sealed record DuckSetOperation(string Operator, DuckQuery Left, DuckQuery Right) : DuckQuery;

/// <summary>WITH.</summary>
internal sealed record DuckWith(bool IsRecursive, ValueList<DuckNamedQuery> Queries, DuckQuery Body) : DuckQuery;

/// <summary>A query of WITH; it is computed once, or part of its user, or (null) DuckDB chooses.</summary>
internal sealed record DuckNamedQuery(string Name, ValueList<string> Columns, bool? IsMaterialized, DuckQuery Query);

/// <summary>What stands behind FROM.</summary>
internal abstract record DuckSource;

/// <summary>A query in parentheses.</summary>
internal sealed record DuckDerived(DuckQuery Query, string? Alias = null, ValueList<string>? Columns = null, bool IsLateral = false) : DuckSource;

/// <summary>A table, or a query of WITH.</summary>
internal sealed record DuckTable(string Name) : DuckSource;

/// <summary>A table function.</summary>
internal sealed record DuckTableFunction(string Name, ValueList<DuckExpression> Arguments) : DuckSource;

/// <summary>VALUES.</summary>
internal sealed record DuckValues(ValueList<ValueList<DuckExpression>> Rows, string Alias, ValueList<string> Columns) : DuckSource;

/// <summary>A join; without a condition, a cross join.</summary>
internal sealed record DuckJoin(DuckSource Left, string Words, DuckSource Right, DuckExpression? Condition) : DuckSource;

/// <summary>TABLESAMPLE.</summary>
internal sealed record DuckSample(DuckSource Source, string Method, double Percentage) : DuckSource;
