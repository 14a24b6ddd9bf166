using Spoor.Sql;
using Spoor.Sql.Analysis;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>A table read after pruning: its columns are leaves, and its objects are known.</summary>
/// <param name="Table">The table.</param>
/// <param name="Number">Number of the scan in the plan, from 0; the key of its <see cref="ScanPlan"/>.</param>
/// <param name="Output">One symbol per delivered column, in the order of the scan's writers.</param>
internal sealed record PlannedScan(TableName Table, int Number, ValueList<Symbol> Output) : BoundRelation(Output);
