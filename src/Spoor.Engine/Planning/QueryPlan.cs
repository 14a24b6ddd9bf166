using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>A query ready to run.</summary>
/// <param name="Relation">Over <see cref="PlannedScan"/>s; its output is the result's columns.</param>
/// <param name="Columns">Names and types of the result.</param>
/// <param name="Scans">By <see cref="PlannedScan.Number"/>.</param>
internal sealed record QueryPlan(BoundRelation Relation, ValueList<ResultColumn> Columns, ValueList<ScanPlan> Scans);
