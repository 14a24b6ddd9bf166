using Spoor.Sql;

namespace Spoor.Catalog;

/// <summary>A registered partition: values in the order of the partition keys, and its location.</summary>
public sealed record Partition(ValueList<string> Values, string Location);
