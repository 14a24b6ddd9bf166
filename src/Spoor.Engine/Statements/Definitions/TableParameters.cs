using System.Globalization;
using Spoor.Catalog.Definitions;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>A table's properties as Hive shows them: with those that Hive itself sets, by name.</summary>
internal static class TableParameters
{
    public static IEnumerable<Property> Of(Table table)
    {
        var properties = table.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        properties.TryAdd("transient_lastDdlTime", new Property("transient_lastDdlTime", table.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (table.ViewText is null)
        {
            properties.TryAdd("EXTERNAL", new Property("EXTERNAL", "TRUE"));
        }

        if (table.Comment is not null)
        {
            properties.TryAdd("comment", new Property("comment", table.Comment));
        }

        return properties.Values.OrderBy(property => property.Name, StringComparer.Ordinal);
    }
}
