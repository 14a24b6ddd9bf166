using System.Text.Unicode;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>Writes the value at one place of a record. A row's fields, and theirs, have places of their own, so that its text is not walked a second time.</summary>
internal sealed class SlotConverter
{
    private readonly int _slot;
    private readonly ValueConverter _converter;
    private readonly bool _takesText;
    private readonly SlotConverter[]? _fields;

    private SlotConverter(ValueConverter converter, PathNode node)
    {
        _slot = node.Slot;
        _converter = converter;
        _takesText = converter is TextConverter { HasLimit: false };
        if (converter is RowConverter { HasDistinctKeys: true } row)
        {
            _fields = [.. row.Fields.Select((field, index) => new SlotConverter(field, node.At([row.Keys[index]])))];
        }
    }

    /// <summary>Whether a well-formed value can be refused.</summary>
    public bool CanRefuse => _converter.CanRefuse;

    /// <summary>The paths of all places that the values of a column need: its own, and those of the fields of rows.</summary>
    public static IEnumerable<string[]> Paths(ValueConverter converter, string[] path) => converter is RowConverter { HasDistinctKeys: true } row
        ? row.Fields.SelectMany((field, index) => Paths(field, [.. path, row.Keys[index]])).Prepend(path)
        : [path];

    /// <summary>The converter for the column at a path, all of whose <see cref="Paths"/> the tree has.</summary>
    public static SlotConverter Compile(ValueConverter converter, PathNode node) => new(converter, node);

    /// <summary>Writes the value, or NULL.</summary>
    /// <returns>False when the value is refused, as <see cref="ValueConverter.Write"/>.</returns>
    public bool Write(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ColumnWriter writer, int index, ConversionContext context)
    {
        ref readonly var slot = ref slots[_slot];
        if (slot.Kind <= JsonKind.Null)
        {
            writer.WriteNull(index);
            return true;
        }

        // Most values of a trail: texts as they are.
        if (_takesText && slot.Kind == JsonKind.String && !slot.HasEscapes)
        {
            var text = record.Slice(slot.Offset, slot.Length);
            if (context.IsValidUtf8 || Utf8.IsValid(text))
            {
                writer.WriteText(index, text);
                return true;
            }
        }

        if (_fields is not { } fields || slot.Kind != JsonKind.Object)
        {
            return _converter.Write(slot.In(record), writer, index, context);
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (!fields[i].Write(record, slots, writer.Child(i), index, context))
            {
                return false;
            }
        }

        return true;
    }
}
