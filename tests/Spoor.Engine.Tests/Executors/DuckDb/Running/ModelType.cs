using CsCheck;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

/// <summary>A type, and values of it among which many are equal.</summary>
/// <param name="Sql">Its name.</param>
/// <param name="Items">Values that are not NULL.</param>
/// <param name="FieldCount">Number of fields of a row; else 0.</param>
internal sealed record ModelType(string Sql, Gen<ModelValue> Items, int FieldCount = 0)
{
    public static ModelType Number { get; } = new("double", Gen.Int[0, 3].Select(ModelValue (number) => new NumberValue(number == 3 ? double.NaN : number)));

    public static ModelType Word { get; } = new("varchar", Gen.Int[0, 2].Select(ModelValue (index) => new WordValue("abc"[index].ToString())));

    public static ModelType Zoned { get; } = new("timestamp(3) with time zone", Gen.Select(Gen.Int[0, 1], Gen.Bool, ModelValue (hour, isTokyo) => new ZonedValue(hour, isTokyo)));

    /// <summary>Values, some of them NULL.</summary>
    public Gen<ModelValue> Values => Gen.Frequency((5, Items), (1, Gen.Const<ModelValue>(new NullValue())));

    /// <summary>A column of the type in the SELECT of a subquery, with which Trino compares a row by its fields.</summary>
    public string Columns(string column) => FieldCount == 0 ? column : string.Join(", ", Enumerable.Range(0, FieldCount).Select(index => $"{column}.f{index}"));

    public static ModelType Array(ModelType element) =>
        new($"array({element.Sql})", element.Values.List[0, 2].Select(ModelValue (elements) => new ArrayValue(elements)));

    public static ModelType Row(List<ModelType> fields) => new(
        $"row({string.Join(", ", fields.Select((field, index) => $"f{index} {field.Sql}"))})",
        fields.Count == 1
            ? fields[0].Values.Select(ModelValue (value) => new RowValue([value]))
            : Gen.Select(fields[0].Values, fields[1].Values, ModelValue (first, second) => new RowValue([first, second])),
        fields.Count);

    public static ModelType Map(ModelType key, ModelType value) => new(
        $"map({key.Sql}, {value.Sql})",
        Gen.Select(key.Items, value.Values).List[0, 2].Select(ModelValue (entries) => new MapValue(
            entries.Where((entry, index) => !entries.Take(index).Any(earlier => earlier.Item1.IsSame(entry.Item1))).ToList())));
}
