using System.Globalization;
using Spoor.Engine.DuckDb.Functions;
using Spoor.Engine.Planning;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    private string PrintSetOperation(BoundSetOperation operation)
    {
        if (operation.Output.Any(column => !ValueKey.HasPlainIdentity(column.Type)) && (operation.IsDistinct || operation.Operator != SetOperator.Union))
        {
            return PrintKeyedSetOperation(operation);
        }

        var word = operation.Operator switch { SetOperator.Union => "UNION", SetOperator.Intersect => "INTERSECT", _ => "EXCEPT" };
        var branches = Branches(operation).Select(branch => $"SELECT {Renamed(branch.Output, operation.Output)} FROM ({Print(branch)})");
        return BalancedText.Print(branches.ToList(), operation.IsDistinct ? word : $"{word} ALL");
    }

    /// <summary>A set operation over values that DuckDB would tell apart: rows are matched by their keys, and with ALL by their number among equal ones.</summary>
    private string PrintKeyedSetOperation(BoundSetOperation operation)
    {
        if (operation.Operator == SetOperator.Union)
        {
            var branches = Branches(operation).Select(branch => $"SELECT {Renamed(branch.Output, operation.Output)} FROM ({Print(branch)})");
            return PrintDistinct(operation.Output, $"({BalancedText.Print(branches.ToList(), "UNION ALL")})");
        }

        var keys = operation.Output.Select(column => ValueKey.Identity(Name(column), column.Type)).ToList();
        var (left, right) = (Numbered(operation.Left), Numbered(operation.Right));
        var isSame = string.Join(" AND ", keys.Append("number").Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"l.k{index} IS NOT DISTINCT FROM r.k{index}")));
        var matched = $"SELECT {string.Join(", ", operation.Output.Select(column => $"l.{Name(column)}"))} FROM ({left}) AS l {(operation.Operator == SetOperator.Intersect ? "SEMI" : "ANTI")} JOIN ({right}) AS r ON {isSame}";
        return operation.IsDistinct ? PrintDistinct(operation.Output, $"({matched})") : matched;

        string Numbered(BoundRelation side)
        {
            var number = operation.IsDistinct ? "1" : $"row_number() OVER (PARTITION BY {string.Join(", ", keys)})";
            var columns = keys.Append(number).Select((text, index) => string.Create(CultureInfo.InvariantCulture, $"{text} AS k{index}"));
            return $"SELECT *, {string.Join(", ", columns)} FROM (SELECT {Renamed(side.Output, operation.Output)} FROM ({Print(side)}))";
        }
    }

    /// <summary>The branches of a chain of one operator, which is nested to the left as parsed: DuckDB refuses deep nesting.</summary>
    private static Stack<BoundRelation> Branches(BoundSetOperation operation)
    {
        var branches = new Stack<BoundRelation>();
        BoundRelation left = operation;
        while (left is BoundSetOperation chain && chain.Operator == operation.Operator && chain.IsDistinct == operation.IsDistinct
            && (branches.Count == 0 || operation.Operator != SetOperator.Except))
        {
            branches.Push(chain.Right);
            left = chain.Left;
        }

        branches.Push(left);
        return branches;
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
