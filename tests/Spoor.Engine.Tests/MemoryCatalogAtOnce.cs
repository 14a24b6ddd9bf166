using Spoor.Catalog.Definitions;
using Spoor.Catalog.Stores;
using Spoor.Core.Collections;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Engine.Tests;

/// <summary>A catalog in memory has done what it was asked when its call returns, so fixtures need not await it.</summary>
internal static class MemoryCatalogAtOnce
{
    public static void CreateTable(this MemoryCatalog catalog, Table table) => Done(catalog.TryCreateTableAsync(table, TestContext.Current.CancellationToken));

    public static Table? Find(this MemoryCatalog catalog, TableName name) => Done(catalog.FindTableAsync(name, TestContext.Current.CancellationToken))?.Value;

    public static IEnumerable<Partition> Partitions(this MemoryCatalog catalog, TableName name) =>
        Done(catalog.PartitionsAsync(name, TestContext.Current.CancellationToken)).Select(partition => partition.Value);

    public static void AddPartitions(this MemoryCatalog catalog, TableName name, ValueList<Partition> partitions, bool ifNotExists) =>
        Assert.True(catalog.AddPartitionsAsync(name, partitions, ifNotExists, TestContext.Current.CancellationToken).IsCompletedSuccessfully);

    private static T Done<T>(Task<T> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
#pragma warning disable xUnit1031 // It is done.
        return task.Result;
#pragma warning restore xUnit1031
    }
}
