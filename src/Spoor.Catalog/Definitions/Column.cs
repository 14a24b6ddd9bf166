using Spoor.Core.Types;

namespace Spoor.Catalog.Definitions;

/// <summary>A column of a table; the name is lower-case.</summary>
public sealed record Column(string Name, SqlType Type, string? Comment);
