namespace Spoor.Catalog.Definitions;

/// <summary>What a catalog holds, and which version of it was read.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Value">As it was when it was read.</param>
/// <param name="Version">
/// Changes with every write; a catalog gives no version twice, also not to what is made again under the same name. It tells writers apart and says nothing about order.
/// </param>
public sealed record Versioned<T>(T Value, long Version);
