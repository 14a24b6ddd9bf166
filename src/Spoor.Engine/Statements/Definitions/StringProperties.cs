using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>Properties of DDL as the catalog keeps them.</summary>
internal static class StringProperties
{
    /// <summary>In the order written; of a name written twice, the last value counts, as in Hive.</summary>
    public static ValueList<Property> ToProperties(this ValueList<StringProperty> properties) => Merge([], properties);

    /// <summary>The old ones with new values, then the new ones.</summary>
    public static ValueList<Property> Merge(ValueList<Property> old, ValueList<StringProperty> changes)
    {
        var merged = old.ToList();
        foreach (var change in changes)
        {
            var property = new Property(change.Name, change.Value);
            var index = merged.FindIndex(known => known.Name == change.Name);
            if (index < 0)
            {
                merged.Add(property);
            }
            else
            {
                merged[index] = property;
            }
        }

        return merged.ToValueList();
    }
}
