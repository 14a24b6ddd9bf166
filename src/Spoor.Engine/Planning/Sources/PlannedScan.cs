using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Planning.Sources;

/// <summary>A table read whose way is planned.</summary>
/// <param name="Table">The table.</param>
/// <param name="Number">Number of the read in <c>QueryPlan.Reads</c>, from 0.</param>
/// <param name="Output">One symbol per delivered column, in the order of the scan's writers.</param>
internal sealed record PlannedScan(TableName Table, int Number, ValueList<Symbol> Output) : BoundSource(Output);
