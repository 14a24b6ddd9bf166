using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>A named query of WITH, as its uses see it.</summary>
/// <param name="Id">Unique in the statement.</param>
/// <param name="Name">As written.</param>
/// <param name="Columns">Names (null when a column has none) and types, in order.</param>
/// <param name="IsDistinctRecursion">Recursion by UNION, whose result each use makes distinct.</param>
internal sealed record NamedQueryDefinition(int Id, string Name, ValueList<NamedQueryColumn> Columns, bool IsDistinctRecursion = false);

/// <summary>A column of a named query.</summary>
internal sealed record NamedQueryColumn(string? Name, SqlType Type);
