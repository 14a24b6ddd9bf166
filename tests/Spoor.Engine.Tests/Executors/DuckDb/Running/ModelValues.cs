using System.Globalization;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

/// <summary>A value with what Trino's types say of its equality, written down once more and as simply as can be.</summary>
internal abstract record ModelValue
{
    /// <summary>The value as an SQL expression, to be cast to its type.</summary>
    public abstract string Sql { get; }

    /// <summary>An equal value that is written otherwise wherever it can be: in another zone, in another order.</summary>
    public virtual ModelValue Twin => this;

    /// <summary>What <c>=</c> says; null is NULL.</summary>
    public bool? EqualTo(ModelValue other) => this is NullValue || other is NullValue ? null : Compare(other);

    /// <summary>NOT DISTINCT: NULL and NaN are the same as themselves.</summary>
    public abstract bool IsSame(ModelValue other);

    protected abstract bool? Compare(ModelValue other);

    protected static bool? All(IEnumerable<bool?> terms)
    {
        var all = terms.ToList();
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }

    protected static string List(IEnumerable<ModelValue> values) => string.Join(", ", values.Select(value => value.Sql));
}

internal sealed record NullValue : ModelValue
{
    public override string Sql => "NULL";

    public override bool IsSame(ModelValue other) => other is NullValue;

    protected override bool? Compare(ModelValue other) => null;
}

internal sealed record NumberValue(double Number) : ModelValue
{
    public override string Sql => double.IsNaN(Number) ? "nan()" : $"{Number.ToString("F0", CultureInfo.InvariantCulture)}e0";

    public override bool IsSame(ModelValue other) => other is NumberValue number && Number.Equals(number.Number);

    protected override bool? Compare(ModelValue other) => other is NumberValue number && !double.IsNaN(Number) && Number.Equals(number.Number);
}

internal sealed record WordValue(string Text) : ModelValue
{
    public override string Sql => $"'{Text}'";

    public override bool IsSame(ModelValue other) => other is WordValue word && word.Text == Text;

    protected override bool? Compare(ModelValue other) => IsSame(other);
}

/// <summary>An hour of UTC, shown in UTC or in Tokyo.</summary>
internal sealed record ZonedValue(int Hour, bool IsTokyo) : ModelValue
{
    public override string Sql => IsTokyo ? $"TIMESTAMP '2024-01-01 {Hour + 9:00}:00:00 Asia/Tokyo'" : $"TIMESTAMP '2024-01-01 {Hour:00}:00:00 UTC'";

    public override ModelValue Twin => this with { IsTokyo = !IsTokyo };

    public override bool IsSame(ModelValue other) => other is ZonedValue zoned && zoned.Hour == Hour;

    protected override bool? Compare(ModelValue other) => IsSame(other);
}

internal sealed record ArrayValue(List<ModelValue> Elements) : ModelValue
{
    public override string Sql => $"ARRAY[{List(Elements)}]";

    public override ModelValue Twin => new ArrayValue(Elements.Select(element => element.Twin).ToList());

    public override bool IsSame(ModelValue other) =>
        other is ArrayValue array && array.Elements.Count == Elements.Count && Elements.Zip(array.Elements).All(pair => pair.First.IsSame(pair.Second));

    protected override bool? Compare(ModelValue other) => other is ArrayValue array && array.Elements.Count == Elements.Count
        ? All(Elements.Zip(array.Elements).Select(pair => pair.First.EqualTo(pair.Second)))
        : false;
}

internal sealed record RowValue(List<ModelValue> Fields) : ModelValue
{
    public override string Sql => $"ROW({List(Fields)})";

    public override ModelValue Twin => new RowValue(Fields.Select(member => member.Twin).ToList());

    public override bool IsSame(ModelValue other) => other is RowValue row && Fields.Zip(row.Fields).All(pair => pair.First.IsSame(pair.Second));

    protected override bool? Compare(ModelValue other) => All(Fields.Zip(((RowValue)other).Fields).Select(pair => pair.First.EqualTo(pair.Second)));
}

internal sealed record MapValue(List<(ModelValue Key, ModelValue Value)> Entries) : ModelValue
{
    public override string Sql => Entries.Count == 0
        ? "MAP()"
        : $"MAP(ARRAY[{List(Entries.Select(entry => entry.Key))}], ARRAY[{List(Entries.Select(entry => entry.Value))}])";

    public override ModelValue Twin => new MapValue(Entries.Select(entry => (entry.Key.Twin, entry.Value.Twin)).Reverse().ToList());

    public override bool IsSame(ModelValue other) => other is MapValue && Pairs(other) is { } pairs && pairs.All(pair => pair.Mine.IsSame(pair.Other));

    protected override bool? Compare(ModelValue other) => Pairs(other) is { } pairs ? All(pairs.Select(pair => pair.Mine.EqualTo(pair.Other))) : false;

    // The values of equal keys; null where the keys differ.
    private List<(ModelValue Mine, ModelValue Other)>? Pairs(ModelValue other)
    {
        var pairs = Entries.SelectMany(entry => ((MapValue)other).Entries.Where(theirs => theirs.Key.IsSame(entry.Key)).Select(theirs => (entry.Value, theirs.Value))).ToList();
        return pairs.Count == Entries.Count && pairs.Count == ((MapValue)other).Entries.Count ? pairs : null;
    }
}
