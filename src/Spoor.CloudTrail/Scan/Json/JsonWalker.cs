using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Walks over JSON without building anything, and accepts exactly RFC 8259 (as <c>Utf8JsonReader</c> does, except for the depth).</summary>
/// <remarks>
/// Methods return false when they cannot go on; <see cref="Status"/> says why and <see cref="Position"/> where. After
/// <see cref="WalkStatus.NeedsMore"/> the caller refills the buffer and starts again at the record's start: nothing is kept.
/// Values are walked without recursion, so hostile nesting cannot overflow the stack. The hot methods are optimized from the start: a query is
/// often over before the runtime's tiers have got there.
/// </remarks>
internal ref partial struct JsonWalker(ReadOnlySpan<byte> data, int position, bool isFinal)
{
    /// <summary>Deepest nesting of objects and arrays in a record, the record itself included.</summary>
    public const int MaxDepth = 500;

    private readonly ReadOnlySpan<byte> _data = data;
    private readonly bool _isFinal = isFinal;

    /// <summary>Offset of the next byte.</summary>
    public int Position = position;

    /// <summary>Whether white space was passed since this was last cleared.</summary>
    public bool SawWhiteSpace;

    /// <summary>Whether an escape that can stand for a printable character (<c>\u</c>, <c>\/</c>) was passed.</summary>
    public bool SawHiddenText;

    /// <summary>Whether any backslash was passed.</summary>
    public bool SawEscape;

    public WalkStatus Status { get; private set; } = WalkStatus.Ok;

    public readonly ReadOnlySpan<byte> Data => _data;

    /// <summary>Whether nothing follows the data.</summary>
    public readonly bool IsFinal => _isFinal;

    /// <summary>Passes white space and looks at the byte after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPeek(out byte next)
    {
        if ((uint)Position < (uint)_data.Length && (next = _data[Position]) > (byte)' ')
        {
            return true;
        }

        return TryPeekPastWhiteSpace(out next);
    }

    /// <summary>Passes a string whose opening quote is at <see cref="Position"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool ReadString(out int start, out int length, out bool hasEscapes)
    {
        start = Position + 1;
        length = 0;
        hasEscapes = false;
        var at = start;
        while (true)
        {
            at += PlainText.Length(_data[at..]);
            if (at == _data.Length)
            {
                return End();
            }

            if (_data[at] == (byte)'"')
            {
                length = at - start;
                Position = at + 1;
                return true;
            }

            hasEscapes = true;
            if (!PassEscape(ref at))
            {
                return false;
            }
        }
    }

    /// <summary>Passes a member's key and colon, up to its value's first byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool ReadKey(out int start, out int length, out bool hasEscapes)
    {
        if (TryReadPlainKey(out start, out length))
        {
            hasEscapes = false;
            return true;
        }

        hasEscapes = false;
        if (!TryPeek(out var quote))
        {
            return false;
        }

        if (quote != (byte)'"')
        {
            return Malformed();
        }

        if (!ReadString(out start, out length, out hasEscapes) || !TryPeek(out var colon))
        {
            return false;
        }

        if (colon != (byte)':')
        {
            return Malformed();
        }

        Position++;
        return TryPeek(out _);
    }

    /// <summary>After the opening bracket: whether the container is empty, in which case its end is passed too.</summary>
    public bool EnterContainer(byte close, out bool isEmpty)
    {
        Position++;
        isEmpty = false;
        if (!TryPeek(out var next))
        {
            return false;
        }

        if (next == close)
        {
            isEmpty = true;
            Position++;
        }

        return true;
    }

    /// <summary>After a member or element: passes a comma, or the container's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool PassSeparator(byte close, out bool isEnd)
    {
        isEnd = false;
        if (!TryPeek(out var next))
        {
            return false;
        }

        if (next == close)
        {
            isEnd = true;
        }
        else if (next != (byte)',')
        {
            return Malformed();
        }

        Position++;
        return isEnd || TryPeek(out _);
    }

    /// <summary>Passes the value whose first byte is at <see cref="Position"/>.</summary>
    /// <param name="depth">Containers open around it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SkipValue(int depth) => _data[Position] is (byte)'{' or (byte)'[' ? SkipContainer(depth) : SkipScalar();

    /// <summary>Passes a string, number or literal at <see cref="Position"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool SkipScalar()
    {
        switch (_data[Position])
        {
            case (byte)'"':
                return ReadString(out _, out _, out _);
            case (byte)'t':
                return PassLiteral("true"u8);
            case (byte)'f':
                return PassLiteral("false"u8);
            case (byte)'n':
                return PassLiteral("null"u8);
            default:
                return PassNumber();
        }
    }

    /// <summary>Stops the walk at <see cref="Position"/>: what is there is not what must be.</summary>
    public bool Malformed()
    {
        Status = WalkStatus.Malformed;
        return false;
    }

    /// <summary>Stops the walk: too deep.</summary>
    public bool TooDeep()
    {
        Status = WalkStatus.TooDeep;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool SkipContainer(int depth)
    {
        var open = default(OpenContainers);
        while (true)
        {
            if (!PassScalarOrOpen(ref open, depth, out var opened))
            {
                return false;
            }

            if (!opened && !CloseAndAdvance(ref open))
            {
                return false;
            }

            if (open.Count == 0)
            {
                return true;
            }
        }
    }

    // Inlined into the loop, so that what is open stays where the processor has it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool PassScalarOrOpen(ref OpenContainers open, int depth, out bool opened)
    {
        opened = false;
        var isObject = _data[Position] == (byte)'{';
        if (!isObject && _data[Position] != (byte)'[')
        {
            return SkipScalar();
        }

        if (depth + open.Count >= MaxDepth)
        {
            return TooDeep();
        }

        if (isObject && PlainMembers.Pass(_data, Position, (byte)'{', KeyFilter.None) is var passed && passed > Position)
        {
            Position = passed;
            open.Push(isObject);
            return true;
        }

        if (!EnterContainer(isObject ? (byte)'}' : (byte)']', out var isEmpty))
        {
            return false;
        }

        if (isEmpty)
        {
            return true;
        }

        opened = true;
        open.Push(isObject);
        return !isObject || ReadKey(out _, out _, out _);
    }

    // After a value: closes what ends here and goes to the next value.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool CloseAndAdvance(ref OpenContainers open)
    {
        while (open.Count > 0)
        {
            var isObject = open.TopIsObject;
            if (isObject)
            {
                Position = PlainMembers.Pass(_data, Position, (byte)',', KeyFilter.None);
            }

            if (!PassSeparator(isObject ? (byte)'}' : (byte)']', out var isEnd))
            {
                return false;
            }

            if (!isEnd)
            {
                return !isObject || ReadKey(out _, out _, out _);
            }

            open.Pop();
        }

        return true;
    }

    // The usual form of ReadKey, without white space or escapes; false leaves everything as it was.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadPlainKey(out int start, out int length)
    {
        var data = _data;
        start = Position + 1;
        length = 0;
        if (start >= data.Length || data[start - 1] != (byte)'"')
        {
            return false;
        }

        var end = start + PlainText.Length(data[start..]);
        if (end + 2 >= data.Length || data[end] != (byte)'"' || data[end + 1] != (byte)':' || data[end + 2] <= (byte)' ')
        {
            return false;
        }

        length = end - start;
        Position = end + 2;
        return true;
    }

    private bool TryPeekPastWhiteSpace(out byte next)
    {
        for (; Position < _data.Length; Position++)
        {
            next = _data[Position];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return next > (byte)' ' || Malformed();
            }

            SawWhiteSpace = true;
        }

        next = 0;
        return End();
    }

    /// <summary>The data are used up within what is to be passed.</summary>
    public bool End()
    {
        Status = _isFinal ? WalkStatus.EndOfData : WalkStatus.NeedsMore;
        Position = _data.Length;
        return false;
    }

    /// <summary>Which of the open containers are objects: one bit each.</summary>
    private struct OpenContainers
    {
        private Bits _isObject;

        public int Count { get; private set; }

        public readonly bool TopIsObject => (_isObject[(Count - 1) >> 6] >> ((Count - 1) & 63) & 1) != 0;

        public void Push(bool isObject)
        {
            ref var word = ref _isObject[Count >> 6];
            var bit = 1UL << (Count & 63);
            word = isObject ? word | bit : word & ~bit;
            Count++;
        }

        public void Pop() => Count--;
    }

    [InlineArray((MaxDepth + 63) / 64)]
    [SuppressMessage("Minor Code Smell", "CA1815", Justification = "Never compared.")]
    private struct Bits
    {
        private ulong _first;
    }
}
