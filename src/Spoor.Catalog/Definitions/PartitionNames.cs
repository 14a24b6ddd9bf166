using System.Globalization;
using System.Text;
using Spoor.Core.Collections;

namespace Spoor.Catalog.Definitions;

/// <summary>Names of partitions as folders have them: <c>region=us-east-1/dt=2024%2F01%2F02</c>.</summary>
/// <seealso href="https://github.com/apache/hive/blob/rel/release-2.3.9/common/src/java/org/apache/hadoop/hive/common/FileUtils.java"/>
public static class PartitionNames
{
    /// <summary>What stands for NULL and for an empty text.</summary>
    public const string DefaultPartition = "__HIVE_DEFAULT_PARTITION__";

    private const string EscapedCharacters = "\"#%'*/:=?\\\u007F{[]^";

    /// <summary>A name or value as part of a folder's name.</summary>
    public static string Escape(string value)
    {
        if (value.Length == 0)
        {
            return DefaultPartition;
        }

        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c < ' ' || EscapedCharacters.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    /// <summary>The value that a folder's name stands for; a <c>%</c> without two hex digits is itself.</summary>
    public static string Unescape(string part)
    {
        var value = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == '%' && i + 2 < part.Length && byte.TryParse(part.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                value.Append((char)code);
                i += 2;
            }
            else
            {
                value.Append(part[i]);
            }
        }

        return value.ToString();
    }

    /// <summary><c>key=value/key=value</c>, escaped; keys and values in the table's order.</summary>
    public static string Name(IEnumerable<string> keys, IEnumerable<string> values) =>
        string.Join('/', keys.Zip(values, (key, value) => $"{Escape(key)}={Escape(value)}"));

    /// <summary>Reads <c>key=value/key=value</c>; false when the text does not name exactly these keys in this order (ignoring case).</summary>
    public static bool TryParse(string name, IReadOnlyList<string> keys, out ValueList<string> values)
    {
        var parts = name.Split('/');
        var found = new List<string>(keys.Count);
        for (var i = 0; i < parts.Length && parts.Length == keys.Count; i++)
        {
            var equals = parts[i].IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !Unescape(parts[i][..equals]).Equals(keys[i], StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            found.Add(Unescape(parts[i][(equals + 1)..]));
        }

        values = found.ToValueList();
        return found.Count == keys.Count;
    }

    /// <summary>Where a partition lies that has no location of its own: below the table, ending with a slash.</summary>
    public static string DefaultLocation(Table table, IEnumerable<string> values) =>
        // Views have no partitions.
        $"{table.Storage!.Location.TrimEnd('/')}/{Name(table.PartitionKeys.Select(key => key.Name), values)}/";
}
