namespace Spoor.Engine.Planning.Rewrites;

/// <summary>Which parts of a row value a query takes: the whole, or fields, each with its own parts.</summary>
internal sealed class PathUse
{
    private readonly SortedDictionary<int, PathUse> _fields = [];

    /// <summary>The value is taken as it is.</summary>
    public bool IsWhole { get; set; }

    /// <summary>The paths that are taken, shortest first where one is the start of another: then only that one.</summary>
    public IEnumerable<IReadOnlyList<int>> Leaves()
    {
        if (IsWhole)
        {
            return [[]];
        }

        return _fields.SelectMany(field => field.Value.Leaves().Select(rest => (IReadOnlyList<int>)[field.Key, .. rest]));
    }

    /// <summary>The use of the part at a path, made where there was none.</summary>
    public PathUse At(IEnumerable<int> path)
    {
        var use = this;
        foreach (var field in path)
        {
            if (!use._fields.TryGetValue(field, out var next))
            {
                next = new PathUse();
                use._fields.Add(field, next);
            }

            use = next;
        }

        return use;
    }

    /// <summary>Adds all that the other takes.</summary>
    public void Add(PathUse other)
    {
        IsWhole |= other.IsWhole;
        foreach (var (field, use) in other._fields)
        {
            At([field]).Add(use);
        }
    }
}
