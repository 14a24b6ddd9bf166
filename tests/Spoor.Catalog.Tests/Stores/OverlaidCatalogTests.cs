using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Core.Types;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Catalog.Tests.Stores;

/// <summary>Beside its own tables an overlaid catalog is the one below.</summary>
public sealed class OverlaidCatalogTests : CatalogTests
{
    protected override ICatalog Catalog { get; } = new OverlaidCatalog(new MemoryCatalog(), "elsewhere", new HashSet<string> { "own" }, (name, _) => Task.FromResult(View("elsewhere", name)));

    [Fact]
    public async Task Own_tables_stand_in_every_page_once_in_order_and_before_those_of_the_same_name()
    {
        var token = TestContext.Current.CancellationToken;
        var asked = new List<string>();
        var below = new MemoryCatalog(View("default", "a"), View("default", "c"), View("default", "d"), View("default", "f"));
        var catalog = new OverlaidCatalog(below, "default", new HashSet<string> { "b", "d", "z" }, (name, _) =>
        {
            asked.Add(name);
            return Task.FromResult(View("default", name) with { Comment = "own" });
        });
        for (var size = 1; size <= 5; size++)
        {
            var names = new List<string>();
            for (string? next = null, first = ""; first is not null; first = next)
            {
                var page = await catalog.ListTablesAsync("default", new PageRequest(size, next), token);
                names.AddRange(page.Items.Select(table => $"{table.Value.Name.Table}{(table.Value.Comment is null ? "" : "*")}"));
                next = page.NextToken;
            }

            Assert.Equal(["a", "b*", "c", "d*", "f", "z*"], names);
        }

        Assert.Equal(["b", "d", "z"], asked.Order());
        Assert.Equal("own", (await catalog.FindTableAsync(new TableName(TableName.DefaultCatalog, "default", "d"), token))?.Value.Comment);
        Assert.Equal("d", catalog.Hidden);
        Assert.Null((await catalog.FindTableAsync(new TableName(TableName.DefaultCatalog, "default", "a"), token))?.Value.Comment);
    }

    private static Table View(string database, string name) =>
        new(new TableName(TableName.DefaultCatalog, database, name), [new Column("x", VarcharType.Unbounded, null)], [], null, [], null, DateTimeOffset.UnixEpoch, "SELECT 'x' AS x");
}
