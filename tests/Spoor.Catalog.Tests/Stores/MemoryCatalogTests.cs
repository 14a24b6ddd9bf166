using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;

namespace Spoor.Catalog.Tests.Stores;

public sealed class MemoryCatalogTests : CatalogTests
{
    protected override ICatalog Catalog { get; } = new MemoryCatalog();
}
