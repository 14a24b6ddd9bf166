using System.Diagnostics;
using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    private DuckSelect PrintJoin(BoundJoin join)
    {
        if (join is { IsLateral: true, Kind: JoinKind.Right })
        {
            return PrintRightLateral(join);
        }

        var words = join.Kind switch
        {
            JoinKind.Cross or JoinKind.Implicit => "CROSS JOIN",
            JoinKind.Inner => "JOIN",
            JoinKind.Left => "LEFT JOIN",
            JoinKind.Right => "RIGHT JOIN",
            JoinKind.Full => "FULL JOIN",
            _ => throw new UnreachableException($"No join {join.Kind}."),
        };
        var condition = (join.Kind, join.Condition) switch
        {
            (JoinKind.Cross or JoinKind.Implicit, _) => null,
            (_, null) => DuckKeyword.True,
            (JoinKind.Inner, { } inner) => PrintCondition(inner),
            (_, { } outer) => _expressions.PrintTruth(outer),
        };
        return new DuckSelect(Columns(join.Output), new DuckJoin(new DuckDerived(Print(join.Left)), words, new DuckDerived(Print(join.Right), IsLateral: join.IsLateral), condition));
    }

    /// <summary>LATERAL joins each row of the left by itself, so RIGHT keeps all rows of the right for each of them; DuckDB keeps each once.</summary>
    private DuckSelect PrintRightLateral(BoundJoin join)
    {
        var pairs = new DuckJoin(new DuckDerived(Print(join.Left)), "CROSS JOIN", new DuckDerived(Print(join.Right), IsLateral: true), null);
        if (join.Condition is null)
        {
            return new DuckSelect(Columns(join.Output), pairs);
        }

        var left = join.Left.Output.Select(symbol => new DuckSelectItem(Duck($"CASE WHEN {new DuckColumn("is_match")} THEN {ExpressionPrinter.Column(symbol)} END"), Name(symbol)));
        return new DuckSelect(
            left.Concat(join.Right.Output.Select(Column)).DefaultIfEmpty(s_noColumn).ToValueList(),
            new DuckDerived(new DuckSelect([s_all, new(_expressions.PrintTruth(join.Condition), "is_match")], pairs)));
    }

    /// <summary>DuckDB unnests lists of one SELECT side by side and pads the shorter ones, as Trino does.</summary>
    private DuckSelect PrintUnnest(BoundUnnest unnest)
    {
        var lists = new List<DuckSelectItem>();
        var columns = new List<DuckSelectItem>();
        var next = 0;
        foreach (var collection in unnest.Collections)
        {
            next = PrintCollection(collection, unnest, next, lists, columns);
        }

        if (unnest.Ordinality is { } ordinality)
        {
            var lengths = unnest.Collections.Select(collection => Duck($"coalesce({Length(collection)}, 0)"));
            var number = Unnested(Duck($"range(1, greatest({lengths}) + 1)"), lists);
            columns.Add(new DuckSelectItem(Duck($"CAST({number} AS BIGINT)"), Name(ordinality)));
        }

        return new DuckSelect(columns.ToValueList(), new DuckDerived(new DuckSelect(lists.ToValueList())));
    }

    private int PrintCollection(BoundExpression collection, BoundUnnest unnest, int next, List<DuckSelectItem> lists, List<DuckSelectItem> columns)
    {
        var value = _expressions.Print(collection);
        switch (collection.Type)
        {
            case MapType:
                columns.Add(new DuckSelectItem(Unnested(Call("map_keys", value), lists), Name(unnest.Output[next])));
                columns.Add(new DuckSelectItem(Unnested(Call("map_values", value), lists), Name(unnest.Output[next + 1])));
                return next + 2;
            case ArrayType { Element: RowType row }:
                var list = Unnested(value, lists);
                columns.AddRange(row.Fields.Select((_, index) => new DuckSelectItem(RowField(list, index), Name(unnest.Output[next + index]))));
                return next + row.Fields.Count;
            default:
                columns.Add(new DuckSelectItem(Unnested(value, lists), Name(unnest.Output[next])));
                return next + 1;
        }
    }

    private static DuckColumn Unnested(DuckExpression list, List<DuckSelectItem> lists)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"u{lists.Count}");
        lists.Add(new DuckSelectItem(Call("unnest", list), name));
        return new DuckColumn(name);
    }

    private DuckExpression Length(BoundExpression collection) => collection.Type is MapType
        ? Duck($"len(map_keys({_expressions.Print(collection)}))")
        : Call("len", _expressions.Print(collection));
}
