using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>Takes values and forgets them: to learn whether a value converts before anything of it is written.</summary>
internal sealed class DiscardingWriter : ColumnWriter
{
    public static DiscardingWriter Instance { get; } = new();

    public override SqlType Type => ScalarTypes.Unknown;

    public override void WriteNull(int index)
    {
    }

    public override void WriteText(int index, ReadOnlySpan<byte> utf8)
    {
    }

    public override void WriteBoolean(int index, bool value)
    {
    }

    public override void WriteInt64(int index, long value)
    {
    }

    public override void WriteDouble(int index, double value)
    {
    }

    public override void WriteDecimal(int index, Int128 unscaled)
    {
    }

    public override void BeginList(int index)
    {
    }

    public override int AppendElement() => 0;

    public override void EndList(int index)
    {
    }

    public override ColumnWriter Child(int position) => this;
}
