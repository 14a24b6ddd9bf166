using Spoor.Core.Collections;

namespace Spoor.Catalog.Definitions;

/// <summary>A database; names are lower-case.</summary>
public sealed record Database(string Name, string? Comment, string? Location, ValueList<Property> Properties);
