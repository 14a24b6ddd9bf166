using System.Diagnostics;
using System.Globalization;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    private string PrintJoin(BoundJoin join)
    {
        if (join is { IsLateral: true, Kind: JoinKind.Right })
        {
            return PrintRightLateral(join);
        }

        var right = $"{(join.IsLateral ? "LATERAL " : "")}({Print(join.Right)})";
        var words = join.Kind switch
        {
            JoinKind.Cross or JoinKind.Implicit => "CROSS JOIN",
            JoinKind.Inner => "JOIN",
            JoinKind.Left => "LEFT JOIN",
            JoinKind.Right => "RIGHT JOIN",
            JoinKind.Full => "FULL JOIN",
            _ => throw new UnreachableException($"No join {join.Kind}."),
        };
        var condition = join.Kind is JoinKind.Cross or JoinKind.Implicit ? "" : $" ON {(join.Condition is null ? "TRUE" : join.Kind == JoinKind.Inner ? PrintCondition(join.Condition) : _expressions.PrintTruth(join.Condition))}";
        return $"SELECT {Columns(join.Output)} FROM ({Print(join.Left)}) {words} {right}{condition}";
    }

    /// <summary>LATERAL joins each row of the left by itself, so RIGHT keeps all rows of the right for each of them; DuckDB keeps each once.</summary>
    private string PrintRightLateral(BoundJoin join)
    {
        var pairs = $"({Print(join.Left)}) CROSS JOIN LATERAL ({Print(join.Right)})";
        if (join.Condition is null)
        {
            return $"SELECT {Columns(join.Output)} FROM {pairs}";
        }

        var left = join.Left.Output.Select(symbol => $"CASE WHEN is_match THEN {Name(symbol)} END AS {Name(symbol)}");
        return $"SELECT {string.Join(", ", left.Concat(join.Right.Output.Select(Name)).DefaultIfEmpty(NoColumn))} FROM (SELECT *, {_expressions.PrintTruth(join.Condition)} AS is_match FROM {pairs})";
    }

    /// <summary>DuckDB unnests lists of one SELECT side by side and pads the shorter ones, as Trino does.</summary>
    private string PrintUnnest(BoundUnnest unnest)
    {
        var lists = new List<string>();
        var columns = new List<string>();
        var next = 0;
        foreach (var collection in unnest.Collections)
        {
            next = PrintCollection(collection, unnest, next, lists, columns);
        }

        if (unnest.Ordinality is { } ordinality)
        {
            var lengths = unnest.Collections.Select(collection => $"coalesce({Length(collection)}, 0)");
            lists.Add($"unnest(range(1, greatest({string.Join(", ", lengths)}) + 1)) AS u{lists.Count}");
            columns.Add($"CAST(u{lists.Count - 1} AS BIGINT) AS {Name(ordinality)}");
        }

        return $"SELECT {string.Join(", ", columns)} FROM (SELECT {string.Join(", ", lists)})";
    }

    private int PrintCollection(BoundExpression collection, BoundUnnest unnest, int next, List<string> lists, List<string> columns)
    {
        var text = _expressions.Print(collection);
        var list = string.Create(CultureInfo.InvariantCulture, $"u{lists.Count}");
        switch (collection.Type)
        {
            case MapType:
                lists.Add($"unnest(map_keys({text})) AS {list}");
                lists.Add(string.Create(CultureInfo.InvariantCulture, $"unnest(map_values({text})) AS u{lists.Count}"));
                columns.Add($"{list} AS {Name(unnest.Output[next])}");
                columns.Add(string.Create(CultureInfo.InvariantCulture, $"u{lists.Count - 1} AS {Name(unnest.Output[next + 1])}"));
                return next + 2;
            case ArrayType { Element: RowType row }:
                lists.Add($"unnest({text}) AS {list}");
                columns.AddRange(row.Fields.Select((_, index) => $"struct_extract({list}, '{TypePrinter.FieldName(index)}') AS {Name(unnest.Output[next + index])}"));
                return next + row.Fields.Count;
            default:
                lists.Add($"unnest({text}) AS {list}");
                columns.Add($"{list} AS {Name(unnest.Output[next])}");
                return next + 1;
        }
    }

    private string Length(BoundExpression collection) =>
        collection.Type is MapType ? $"len(map_keys({_expressions.Print(collection)}))" : $"len({_expressions.Print(collection)})";
}
