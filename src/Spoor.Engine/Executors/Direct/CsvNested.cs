using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Executors.Direct;

/// <summary>row: <c>{a=1, b=2}</c>. The fields' frames hold all that is not a field's.</summary>
internal sealed class CsvRow(RowType type, CsvFrame frame, TextBuffer output) : CsvColumn(type, frame, output)
{
    private readonly CsvColumn[] _fields =
        [.. type.Fields.Select((field, index) => Create(field.Type, frame.Field(field.Name, index == 0, index == type.Fields.Count - 1), output))];

    public override ColumnWriter Child(int position) => _fields[position];
}

/// <summary>array: <c>[a, b]</c>.</summary>
internal sealed class CsvArray(ArrayType type, CsvFrame frame, TextBuffer output) : CsvColumn(type, frame, output)
{
    private readonly CsvColumn _element = Create(type.Element, CsvFrame.None, output);
    private int _count;

    public override void BeginList(int index)
    {
        Frame.Before.AppendTo(Output);
        Output.Append((byte)'[');
        _count = 0;
    }

    public override int AppendElement()
    {
        Output.Append(_count == 0 ? default : ", "u8);
        return _count++;
    }

    public override void EndList(int index)
    {
        Output.Append((byte)']');
        Frame.After.AppendTo(Output);
    }

    public override ColumnWriter Child(int position) => _element;
}
