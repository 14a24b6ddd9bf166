using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Planning;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Executors.Direct;

/// <summary>A query whose rows are the scan's, such as <c>SELECT *</c>: nothing is left for an executor to do.</summary>
/// <param name="Read">The read.</param>
/// <param name="Types">Types of the scan's columns.</param>
/// <param name="Output">For each column of the result, the scan's column that it is.</param>
internal sealed record DirectPlan(TableRead Read, ValueList<SqlType> Types, ValueList<int> Output)
{
    /// <summary>Whether the scan's columns are the result's, each once and in its order.</summary>
    public bool IsInOrder => Output.Count == Types.Count && Output.SequenceEqual(Enumerable.Range(0, Output.Count));

    /// <summary>Finds out whether the plan is a scan below projections that choose and rename columns.</summary>
    public static bool TryRead(QueryPlan plan, [NotNullWhen(true)] out DirectPlan? direct)
    {
        direct = null;
        if (plan.Columns.Count == 0 || !TryRead(plan.Relation, out var scan, out var columns))
        {
            return false;
        }

        var types = scan.Output.Select(symbol => symbol.Type).ToValueList();
        var output = plan.Relation.Output.Select(symbol => columns.GetValueOrDefault(symbol.Id, -1)).ToValueList();
        if (output.Contains(-1))
        {
            return false;
        }

        Debug.Assert(plan.Columns.Select((column, index) => column.Type == types[output[index]]).All(isSame => isSame), "A column that is handed on keeps its type: what changes it is an expression.");
        direct = new DirectPlan(plan.Reads[scan.Number], types, output).InOrder();
        return true;
    }

    /// <summary>Lets the scan deliver its record columns in the order of the result, where only that order differs.</summary>
    private DirectPlan InOrder()
    {
        var count = Read.ReorderableCount;
        var order = Output.Take(count).ToList();
        if (Output.Count != Types.Count || !order.Order().SequenceEqual(Enumerable.Range(0, count)) || Read.Reordered(order.ToValueList()) is not { } reordered)
        {
            return this;
        }

        return new DirectPlan(
            reordered,
            order.Concat(Enumerable.Range(count, Types.Count - count)).Select(column => Types[column]).ToValueList(),
            Enumerable.Range(0, count).Concat(Output.Skip(count)).ToValueList());
    }

    /// <summary>The scan, and which of its columns each symbol of the relation is.</summary>
    private static bool TryRead(BoundRelation relation, [NotNullWhen(true)] out PlannedScan? scan, out Dictionary<int, int> columns)
    {
        if (relation is PlannedScan planned)
        {
            scan = planned;
            columns = planned.Output.Select((symbol, index) => (symbol.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
            return true;
        }

        if (relation is not BoundProject project || !TryRead(project.Input, out scan, out var below))
        {
            (scan, columns) = (null, []);
            return false;
        }

        columns = [];
        foreach (var (symbol, expression) in project.Assignments)
        {
            if (expression is not BoundColumn column || !below.TryGetValue(column.Symbol.Id, out var position))
            {
                return false;
            }

            columns[symbol.Id] = position;
        }

        return true;
    }
}
