using Spoor.Core.Types;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Executors.Direct;

/// <summary>Texts that are their own text form.</summary>
internal sealed class CsvText(SqlType type, CsvFrame frame, TextBuffer output) : CsvColumn(type, frame, output)
{
    public override void WriteText(int index, ReadOnlySpan<byte> utf8)
    {
        Frame.Before.AppendTo(Output);
        Output.AppendDoubled(utf8);
        Frame.After.AppendTo(Output);
    }
}
