using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning.Sources;

/// <summary>A read of rows that the engine keeps in a table of the executor's.</summary>
/// <param name="Table">The executor's name of it.</param>
/// <param name="Columns">Position of the stored column, fields below it, and the output symbol of each leaf.</param>
internal sealed record StoredScan(string Table, ValueList<StoredLeaf> Columns) : BoundSource(Columns.Select(column => column.Symbol).ToValueList());

/// <summary>A leaf of a stored column.</summary>
internal sealed record StoredLeaf(int Column, ValueList<int> Fields, Symbol Symbol);
