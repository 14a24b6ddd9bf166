using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;

namespace Spoor.Catalog.Projections;

/// <summary>Values listed one by one.</summary>
internal sealed class EnumProjection : ProjectedColumn
{
    private readonly ValueList<string> _values;

    private EnumProjection(Column column, ValueList<string> values)
        : base(column) => _values = values;

    public static EnumProjection Create(Column column, ProjectionProperties properties)
    {
        // White space is part of a value (Athena, unlike Trino). Empty texts at the end go, as Java's split drops them.
        var values = properties.Require("values").TrimEnd(',').Split(',').Distinct(StringComparer.Ordinal).ToValueList();
        return values is [""]
            ? throw properties.Failed($"Property: '{properties.FullName("values")}' is empty")
            : new EnumProjection(column, values);
    }

    public override IEnumerable<string> Values(DateTimeOffset now) => _values;

    public override bool Contains(string value, DateTimeOffset now) => _values.Contains(value, StringComparer.Ordinal);
}
