using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Planning.Sources;

/// <summary>A table read reduced to the leaves that the query uses; objects are not known yet.</summary>
internal sealed record LeafScan(TableName Table, ValueList<LeafColumn> Columns) : BoundSource(Columns.Select(column => column.Symbol).ToValueList());

/// <summary>A table's column, or a field below it.</summary>
/// <param name="Column">The table's column.</param>
/// <param name="Fields">Positions of fields from the column down; empty for the whole column.</param>
/// <param name="Path">The same as names, the column's first.</param>
/// <param name="Symbol">The output symbol.</param>
internal sealed record LeafColumn(string Column, ValueList<int> Fields, ValueList<string> Path, Symbol Symbol);
