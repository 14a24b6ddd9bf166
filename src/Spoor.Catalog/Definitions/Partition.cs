using Spoor.Core.Collections;

namespace Spoor.Catalog.Definitions;

/// <summary>A registered partition: values in the order of the partition keys, and its location.</summary>
public sealed record Partition(ValueList<string> Values, string Location);
