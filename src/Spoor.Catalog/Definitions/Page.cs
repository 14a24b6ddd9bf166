using Spoor.Core.Collections;

namespace Spoor.Catalog.Definitions;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Items">The entries in the list's order.</param>
/// <param name="NextToken">Asks for the next page; null when this is the last one.</param>
public sealed record Page<T>(ValueList<T> Items, string? NextToken);
