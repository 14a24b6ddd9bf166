namespace Spoor.Catalog.Tests;

public sealed class MemoryCatalogTests : CatalogTests
{
    protected override ICatalog Catalog { get; } = new MemoryCatalog();
}
