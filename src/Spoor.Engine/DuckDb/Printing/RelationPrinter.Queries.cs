using System.Globalization;
using Spoor.Engine.Planning;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    private string PrintSetOperation(BoundSetOperation operation)
    {
        var word = operation.Operator switch { SetOperator.Union => "UNION", SetOperator.Intersect => "INTERSECT", _ => "EXCEPT" };
        return $"SELECT {Renamed(operation.Left.Output, operation.Output)} FROM ({Print(operation.Left)}) {word}{(operation.IsDistinct ? "" : " ALL")} "
            + $"SELECT {Renamed(operation.Right.Output, operation.Output)} FROM ({Print(operation.Right)})";
    }

    /// <summary>A query used once is part of its user, so that filters reach into it; one used more often is computed once.</summary>
    private string PrintWith(BoundWith with)
    {
        var uses = RelationTree.CountNamedQueryUses(with);
        var isRecursive = with.Queries.Any(query => query.RecursiveStep is not null);
        var queries = with.Queries.Select(query => PrintNamedQuery(query, uses.GetValueOrDefault(query.Id)));
        return $"WITH {(isRecursive ? "RECURSIVE " : "")}{string.Join(", ", queries)} {Print(with.Body)}";
    }

    private string PrintNamedQuery(BoundNamedQuery query, int uses)
    {
        var columns = query.Query.Output.Count == 0 ? "no_column" : string.Join(", ", query.Query.Output.Select((_, index) => Position(index)));
        var text = $"SELECT {Columns(query.Query.Output)} FROM ({Print(query.Query)})";
        if (query.RecursiveStep is { } step)
        {
            return $"{QueryName(query.Id)}({columns}) AS ({text} UNION ALL SELECT {Columns(step.Output)} FROM ({Print(step)}))";
        }

        return $"{QueryName(query.Id)}({columns}) AS {(uses > 1 ? "" : "NOT ")}MATERIALIZED ({text})";
    }

    private static string PrintNamedQueryScan(BoundNamedQueryScan use)
    {
        var columns = use.Output.Count == 0 ? NoColumn : string.Join(", ", use.Output.Select((symbol, index) => $"{Position(index)} AS {Name(symbol)}"));
        return $"SELECT {columns} FROM {QueryName(use.QueryId)}";
    }

    private static string QueryName(int id) => string.Create(CultureInfo.InvariantCulture, $"q{id}");

    /// <summary>The name of a column of a named query or stored table.</summary>
    public static string Position(int index) => string.Create(CultureInfo.InvariantCulture, $"n{index}");
}
