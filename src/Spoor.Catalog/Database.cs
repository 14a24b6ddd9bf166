using Spoor.Sql;

namespace Spoor.Catalog;

/// <summary>A database; names are lower-case.</summary>
public sealed record Database(string Name, string? Comment, string? Location, ValueList<Property> Properties);
