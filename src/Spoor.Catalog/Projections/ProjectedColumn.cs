using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;

namespace Spoor.Catalog.Projections;

/// <summary>A partition column whose values its table's properties compute. A value is a text as it stands in the path.</summary>
public abstract class ProjectedColumn
{
    private protected ProjectedColumn(Column column) => Column = column;

    /// <summary>The partition column.</summary>
    public Column Column { get; }

    /// <summary>Its name, lower-case.</summary>
    public string Name => Column.Name;

    /// <summary>Whether the values come from the query's WHERE clause alone; <see cref="Values"/> then throws.</summary>
    public virtual bool IsInjected => false;

    /// <summary>All values, each once, computed as they are asked for: there may be many more than anyone should take.</summary>
    /// <param name="now">What NOW means, UTC.</param>
    /// <exception cref="QueryException">ConstraintViolation: the column is injected; InvalidTableProperty: the range is empty.</exception>
    public abstract IEnumerable<string> Values(DateTimeOffset now);

    /// <summary>Whether <see cref="Values"/> has this one; cheap even where the values are many.</summary>
    /// <param name="value">As it stands in the path.</param>
    /// <param name="now">What NOW means, UTC.</param>
    public abstract bool Contains(string value, DateTimeOffset now);

    /// <summary>A value as a text that casts to the column's type: differs from the path's form for date and timestamp columns (<c>2024/01/02</c> is <c>2024-01-02</c>).</summary>
    public virtual string ToColumnText(string value) => value;

    /// <summary>The opposite of <see cref="ToColumnText"/>: how a value of the column's type (<c>yyyy-MM-dd</c>, <c>yyyy-MM-dd HH:mm:ss</c> for dates and timestamps) stands in the path; null when it cannot.</summary>
    public virtual string? FromColumnText(string text) => text;
}
