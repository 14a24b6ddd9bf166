namespace Spoor.Catalog.Definitions;

/// <summary>The database that always exists.</summary>
internal static class DefaultDatabase
{
    public const string Name = "default";

    public static Database Create() => new(Name, Comment: null, Location: null, []);

    public static void RequireOther(string database)
    {
        if (database == Name)
        {
            throw CatalogErrors.DefaultDatabaseStays();
        }
    }
}
