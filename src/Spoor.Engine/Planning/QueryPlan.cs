using Spoor.Core.Collections;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning;

/// <summary>A query ready to run, as data: equal for the same query over the same catalog, to be run as often as one likes.</summary>
/// <param name="Relation">Over <see cref="PlannedScan"/>s; its output is the result's columns.</param>
/// <param name="Columns">Names and types of the result.</param>
/// <param name="Reads">By <see cref="PlannedScan.Number"/>.</param>
internal sealed record QueryPlan(BoundRelation Relation, ValueList<ResultColumn> Columns, ValueList<TableRead> Reads);
