using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity;

/// <summary>What a well-formed JSON value says, as a number: white space, the order of members, the form of escapes and members that are null make no difference.</summary>
internal sealed class JsonContent(ConversionContext context)
{
    private const ulong OfText = 1;
    private const ulong OfScalar = 2;
    private const ulong OfObject = 3;
    private const ulong OfArray = 4;

    // The containers that are open, so that hostile nesting cannot overflow the stack.
    private readonly Level[] _levels = new Level[JsonWalker.MaxDepth + 1];

    /// <summary>The number of a value; 0 for null and for none.</summary>
    public ulong Of(scoped in JsonValue value) => value.Kind switch
    {
        JsonKind.Object or JsonKind.Array => OfNested(value.Text),
        _ when value.IsNull => 0,
        JsonKind.String => OfString(value),
        _ => OfPlain(value.Text),
    };

    private ulong OfString(scoped in JsonValue value)
    {
        var hash = new ContentHash(OfText);
        hash.Add(context.TextOf(value));
        return hash.Value;
    }

    private static ulong OfPlain(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("null"u8))
        {
            return 0;
        }

        var hash = new ContentHash(OfScalar);
        hash.Add(text);
        return hash.Value;
    }

    private ulong OfNested(ReadOnlySpan<byte> text)
    {
        var walker = new JsonWalker(text, 0, isFinal: true);
        var depth = 0;
        while (true)
        {
            if (Open(ref walker, ref depth))
            {
                continue;
            }

            var value = walker.Data[walker.Position] is (byte)'{' or (byte)'[' ? OfEmpty(ref walker) : OfScalarAt(ref walker);
            while (true)
            {
                if (depth == 0)
                {
                    return value;
                }

                ref var level = ref _levels[depth - 1];
                level.Take(value);
                if (!walker.PassSeparator(level.Close, out var isEnd) || isEnd)
                {
                    value = level.Value;
                    depth--;
                    continue;
                }

                ReadKey(ref walker, ref level);
                break;
            }
        }
    }

    /// <summary>Enters the container at the walker's position, up to its first value.</summary>
    /// <returns>False, and nothing has changed, when there is none, or an empty one.</returns>
    private bool Open(ref JsonWalker walker, ref int depth)
    {
        var first = walker.Data[walker.Position];
        var (start, close) = (walker.Position, first == (byte)'{' ? (byte)'}' : (byte)']');
        if (first is not ((byte)'{' or (byte)'[') || !walker.EnterContainer(close, out var isEmpty) || isEmpty)
        {
            walker.Position = start;
            return false;
        }

        _levels[depth] = new Level(close);
        ReadKey(ref walker, ref _levels[depth++]);
        return true;
    }

    private static ulong OfEmpty(ref JsonWalker walker)
    {
        var level = new Level(walker.Data[walker.Position] == (byte)'{' ? (byte)'}' : (byte)']');
        walker.EnterContainer(level.Close, out _);
        return level.Value;
    }

    private ulong OfScalarAt(ref JsonWalker walker)
    {
        var slot = default(ValueSlot);
        RecordExtractor.ReadSlot(ref walker, ref slot, depth: 1);
        var value = slot.In(walker.Data);
        return slot.Kind == JsonKind.String ? OfString(value) : OfPlain(value.Text);
    }

    private void ReadKey(ref JsonWalker walker, ref Level level)
    {
        if (level.Close == (byte)'}')
        {
            var key = new ValueSlot { Kind = JsonKind.String };
            walker.ReadKey(out key.Offset, out key.Length, out key.HasEscapes);
            level.Key = OfString(key.In(walker.Data));
        }
    }

    /// <summary>A container whose values are being read.</summary>
    private struct Level(byte close)
    {
        private ulong _values;
        private ulong _count;

        public byte Close { get; } = close;

        /// <summary>Of an object's member at hand.</summary>
        public ulong Key { get; set; }

        public readonly ulong Value
        {
            get
            {
                var hash = new ContentHash(Close == (byte)'}' ? OfObject : OfArray);
                hash.Add(_values);
                hash.Add(_count);
                return hash.Value;
            }
        }

        public void Take(ulong value)
        {
            if (Close != (byte)'}')
            {
                var sequence = new ContentHash(_values);
                sequence.Add(value);
                (_values, _count) = (sequence.Value, _count + 1);
            }
            else if (value != 0)
            {
                // A sum has no order.
                var member = new ContentHash(Key);
                member.Add(value);
                (_values, _count) = (_values + member.Value, _count + 1);
            }
        }
    }
}
