using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Planning.Conditions;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Tables.Objects;

/// <summary>Which expressions are values that a scan finds in a record as they are.</summary>
/// <param name="columns">The scan's record columns by symbol id.</param>
/// <param name="format">How they are read.</param>
internal sealed class ScanLeaves(IReadOnlyDictionary<int, ScanColumn> columns, RecordFormat format)
{
    /// <summary>The leaf that the expression is, looking through coercions that change nothing; null for any other expression.</summary>
    public ScanLeaf? Find(BoundExpression expression) => Constants.Unwrap(expression) switch
    {
        BoundSubscript { Base.Type: MapType map } subscript => FindElement(subscript.Base, map, subscript.Index, isKeyRequired: true),
        BoundCall { Function.Name: "element_at", Arguments: [{ Type: MapType map } value, var key] } => FindElement(value, map, key, isKeyRequired: false),
        var value => FindPath(value),
    };

    private ScanLeaf? FindPath(BoundExpression value)
    {
        // OpenX takes an array for a row too, so there a field has no path of its own.
        if (!FieldPath.TryRead(value, out var path)
            || !columns.TryGetValue(path.Symbol.Id, out var column)
            || (path.Fields.Count > 0 && format == RecordFormat.OpenXJsonLines))
        {
            return null;
        }

        var names = new List<string>(column.Path);
        var type = column.Type;
        foreach (var field in path.Fields)
        {
            var (name, fieldType) = ((RowType)type).Fields[field];
            names.Add(name ?? "");
            type = fieldType;
        }

        return new ScanLeaf(names.ToValueList(), type);
    }

    private ScanLeaf? FindElement(BoundExpression value, MapType map, BoundExpression key, bool isKeyRequired) =>
        map is { Key: VarcharType { Length: null }, Value: VarcharType } && FindPath(value) is { } leaf && Constants.Text(key) is { } text
            ? new ScanLeaf(leaf.Path, map.Value, new MapElement(text, isKeyRequired))
            : null;
}
