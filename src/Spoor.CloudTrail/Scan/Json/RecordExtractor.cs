using System.Runtime.CompilerServices;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>Finds the places of the wanted values of a record, in one pass over its bytes.</summary>
/// <remarks>
/// Places, not values: a later duplicate key replaces an earlier one (last wins) before anything is converted, and a record that the
/// buffer cuts is simply walked again when the rest has come. Recursion is as deep as the wanted paths, never as the data.
/// </remarks>
internal static class RecordExtractor
{
    /// <summary>Fills <paramref name="slots"/> from the value at the walker's position; all are cleared first.</summary>
    /// <param name="walker">At the first byte of the record.</param>
    /// <param name="root">The wanted paths.</param>
    /// <param name="slots">One per node; places are relative to the walker's data.</param>
    /// <param name="depth">Containers open around the record.</param>
    public static bool Read(ref JsonWalker walker, PathNode root, Span<ValueSlot> slots, int depth) =>
        ReadWanted(ref walker, root, slots, depth);

    /// <summary>The kind of a value by its first byte.</summary>
    public static JsonKind KindOf(byte first) => first switch
    {
        (byte)'"' => JsonKind.String,
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.Array,
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.Number,
    };

    /// <summary>Passes one value and notes its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool ReadSlot(ref JsonWalker walker, ref ValueSlot slot, int depth)
    {
        slot.Kind = KindOf(walker.Data[walker.Position]);
        if (slot.Kind == JsonKind.String)
        {
            return walker.ReadString(out slot.Offset, out slot.Length, out slot.HasEscapes);
        }

        slot.Offset = walker.Position;
        slot.HasEscapes = false;
        var sawWhiteSpace = walker.SawWhiteSpace;
        walker.SawWhiteSpace = false;
        var passed = walker.SkipValue(depth);
        slot.Length = walker.Position - slot.Offset;
        slot.HasWhiteSpace = walker.SawWhiteSpace;
        walker.SawWhiteSpace |= sawWhiteSpace;
        return passed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool ReadWanted(ref JsonWalker walker, PathNode node, Span<ValueSlot> slots, int depth)
    {
        slots[node.Slot..node.SlotEnd].Clear();
        ref var slot = ref slots[node.Slot];
        if (!node.HasChildren || walker.Data[walker.Position] != (byte)'{')
        {
            return ReadSlot(ref walker, ref slot, depth);
        }

        if (depth >= JsonWalker.MaxDepth)
        {
            return walker.TooDeep();
        }

        slot.Kind = JsonKind.Object;
        slot.Offset = walker.Position;
        var sawWhiteSpace = walker.SawWhiteSpace;
        walker.SawWhiteSpace = false;
        var passed = ReadMembers(ref walker, node, slots, depth + 1);
        slot.Length = walker.Position - slot.Offset;
        slot.HasWhiteSpace = walker.SawWhiteSpace;
        walker.SawWhiteSpace |= sawWhiteSpace;
        return passed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool ReadMembers(ref JsonWalker walker, PathNode node, Span<ValueSlot> slots, int depth)
    {
        var isFirst = true;
        PathNode? last = null;
        while (true)
        {
            // Records have their members in much the same order.
            var child = last is null ? node.FirstMember : last.NextMember;
            if (child is null || !child.TryPassKey(ref walker, BeforeKey(isFirst)))
            {
                if (!FindMember(ref walker, node, isFirst, ref child, out var isEnd))
                {
                    return false;
                }

                if (isEnd)
                {
                    return true;
                }

                node.Remember(last, child);
            }

            var passed = child is null ? walker.SkipValue(depth) : ReadWanted(ref walker, child, slots, depth);
            if (!passed)
            {
                return false;
            }

            isFirst = false;
            last = child ?? last;
        }
    }

    // At an object's brace or behind a member's value: goes to the next value that may be wanted. The child expected becomes the one found, or null.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool FindMember(ref JsonWalker walker, PathNode node, bool isFirst, ref PathNode? child, out bool isEnd)
    {
        isEnd = false;
        var passed = PassUnwanted(ref walker, node, BeforeKey(isFirst));
        if (passed && child is not null && child.TryPassKey(ref walker, (byte)','))
        {
            return true;
        }

        child = null;
        if (!(isFirst && !passed ? walker.EnterContainer((byte)'}', out isEnd) : walker.PassSeparator((byte)'}', out isEnd)))
        {
            return false;
        }

        if (isEnd)
        {
            return true;
        }

        if (!walker.ReadKey(out var start, out var length, out var hasEscapes))
        {
            return false;
        }

        child = node.Find(walker.Data.Slice(start, length), hasEscapes);
        if (!hasEscapes)
        {
            child?.RememberKey(walker.Data.Slice(start, length));
        }

        return true;
    }

    private static byte BeforeKey(bool isFirst) => isFirst ? (byte)'{' : (byte)',';

    // At an object's brace or behind a member's value: passes simple members that are certainly not wanted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool PassUnwanted(ref JsonWalker walker, PathNode node, byte before)
    {
        var start = walker.Position;
        walker.Position = PlainMembers.Pass(walker.Data, start, before, node.WantedKeys);
        return walker.Position > start;
    }
}
