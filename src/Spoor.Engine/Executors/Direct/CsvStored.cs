using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Executors.Direct;

/// <summary>Any type: a value is stored, then rendered. For types that are rare in a trail, and for maps, whose keys are sorted.</summary>
internal sealed class CsvStored : CsvColumn
{
    private readonly StoredColumn _value;
    private readonly ValueText _text;

    public CsvStored(SqlType type, CsvFrame frame, TextBuffer output)
        : base(type, frame, output)
    {
        _value = StoredColumn.Create(type);
        _value.Reserve(1);
        _text = ValueText.Of(type);
    }

    public override void WriteText(int index, ReadOnlySpan<byte> utf8)
    {
        _value.Clear();
        _value.WriteText(0, utf8);
        Render();
    }

    public override void WriteBoolean(int index, bool value)
    {
        _value.WriteBoolean(0, value);
        Render();
    }

    public override void WriteInt64(int index, long value)
    {
        _value.WriteInt64(0, value);
        Render();
    }

    public override void WriteDouble(int index, double value)
    {
        _value.WriteDouble(0, value);
        Render();
    }

    public override void WriteDecimal(int index, Int128 unscaled)
    {
        _value.WriteDecimal(0, unscaled);
        Render();
    }

    public override void BeginList(int index)
    {
        _value.Clear();
        _value.BeginList(0);
    }

    public override int AppendElement() => _value.AppendElement();

    public override void EndList(int index)
    {
        _value.EndList(0);
        Render();
    }

    public override ColumnWriter Child(int position) => _value.Child(position);

    private void Render()
    {
        Frame.Before.AppendTo(Output);
        var start = Output.Length;
        _text.Write(_value.Reader, 0, Output);
        Output.DoubleQuotes(start);
        Frame.After.AppendTo(Output);
    }
}
