using System.Runtime.CompilerServices;

namespace Spoor.CloudTrail.Scan.Json;

/// <summary>The wanted paths of a record as a tree, compiled once per scan. Each node has a slot; the slots of a subtree are consecutive.</summary>
internal sealed class PathNode
{
    private readonly NameTable _names;
    private readonly PathNode[] _children;

    // What the last records taught, here and below: guesses, which are checked before they are used. Whole references, so that threads may share a tree.
    private byte[]? _keyAndColon;

    private PathNode(string name, PathBuilder builder, SlotCounter slots, NameMatching matching)
    {
        Name = name;
        Slot = slots.Next++;
        IsWanted = builder.IsWanted || builder.Children.Count > 0;
        _children = [.. builder.Children.Select(child => new PathNode(child.Key, child.Value, slots, matching))];
        SlotEnd = slots.Next;
        _names = new NameTable([.. builder.Children.Keys], matching);
    }

    /// <summary>The key's name; empty for the record itself.</summary>
    public string Name { get; }

    /// <summary>The node's own slot.</summary>
    public int Slot { get; }

    /// <summary>One past the last slot of the subtree.</summary>
    public int SlotEnd { get; }

    /// <summary>The child that came first in the last object.</summary>
    public PathNode? FirstMember { get; private set; }

    /// <summary>The sibling that came next after this one.</summary>
    public PathNode? NextMember { get; private set; }

    public bool HasChildren => _children.Length > 0;

    /// <summary>Of the record's node: whether anybody wants the record or something in it, beyond that it is there.</summary>
    public bool IsWanted { get; }

    /// <summary>The keys that may be children's.</summary>
    public KeyFilter WantedKeys => _names.WantedKeys;

    /// <summary>The tree of <paramref name="paths"/>; its root is the record, in slot 0.</summary>
    public static PathNode Compile(IEnumerable<IReadOnlyList<string>> paths, NameMatching matching)
    {
        var root = new PathBuilder();
        foreach (var path in paths)
        {
            root.IsWanted |= path.Count == 0;
            var node = root;
            foreach (var name in path)
            {
                if (!node.Children.TryGetValue(name, out var child))
                {
                    node.Children.Add(name, child = new PathBuilder());
                }

                node = child;
            }
        }

        return new PathNode("", root, new SlotCounter(), matching);
    }

    /// <summary>The child that a key means, or null.</summary>
    public PathNode? Find(ReadOnlySpan<byte> key, bool hasEscapes)
    {
        var position = _names.Find(key, hasEscapes);
        return position < 0 ? null : _children[position];
    }

    /// <summary>Passes this node's key and its colon, up to the value, if they follow as they were last seen.</summary>
    /// <param name="walker">At an object's brace or behind a member's value.</param>
    /// <param name="before">The brace, or the comma that must be there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPassKey(ref JsonWalker walker, byte before)
    {
        var data = walker.Data;
        var (at, expected) = (walker.Position, _keyAndColon);
        if (expected is null || data.Length - at <= expected.Length + 1 || data[at] != before
            || !data.Slice(at + 1, expected.Length).SequenceEqual(expected) || data[at + 1 + expected.Length] <= (byte)' ')
        {
            return false;
        }

        walker.Position = at + 1 + expected.Length;
        return true;
    }

    /// <summary>Remembers the form in which this node's key is written; the first one seen.</summary>
    /// <param name="key">The key without escapes.</param>
    public void RememberKey(ReadOnlySpan<byte> key) => _keyAndColon ??= [(byte)'"', .. key, .. "\":"u8];

    /// <summary>Remembers which child came after which; null for the first.</summary>
    public void Remember(PathNode? last, PathNode? next)
    {
        if (next is null)
        {
            return;
        }

        if (last is null)
        {
            FirstMember = next;
        }
        else
        {
            last.NextMember = next;
        }
    }

    /// <summary>The node of a path that was compiled in.</summary>
    public PathNode At(IEnumerable<string> path) => path.Aggregate(this, (node, name) => node._children.First(child => child.Name == name));

    /// <summary>This node and all below it.</summary>
    public IEnumerable<PathNode> Subtree() => _children.SelectMany(child => child.Subtree()).Prepend(this);

    private sealed class PathBuilder
    {
        public OrderedDictionary<string, PathBuilder> Children { get; } = [];

        public bool IsWanted { get; set; }
    }

    private sealed class SlotCounter
    {
        public int Next { get; set; }
    }
}
