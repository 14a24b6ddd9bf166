using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Planning.Rewrites;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

internal sealed partial class RelationPrinter
{
    private DuckQuery PrintSetOperation(BoundSetOperation operation)
    {
        if (operation.Output.Any(column => !ValueKey.HasPlainIdentity(column.Type)) && (operation.IsDistinct || operation.Operator != SetOperator.Union))
        {
            return PrintKeyedSetOperation(operation);
        }

        var word = operation.Operator switch { SetOperator.Union => "UNION", SetOperator.Intersect => "INTERSECT", _ => "EXCEPT" };
        return PrintBranches(operation, operation.IsDistinct ? word : $"{word} ALL");
    }

    private DuckQuery PrintBranches(BoundSetOperation operation, string words)
    {
        var branches = Branches(operation).Select(branch => (DuckQuery)Renamed(branch, operation.Output));
        return Balanced(branches.ToList(), (left, right) => new DuckSetOperation(words, left, right));
    }

    /// <summary>A set operation over values that DuckDB would tell apart: rows are matched by their keys, and with ALL by their number among equal ones.</summary>
    private DuckSelect PrintKeyedSetOperation(BoundSetOperation operation)
    {
        if (operation.Operator == SetOperator.Union)
        {
            return PrintDistinct(operation.Output, PrintBranches(operation, "UNION ALL"));
        }

        var keys = operation.Output.Select(column => ValueKey.Identity(ExpressionPrinter.Column(column), column.Type)).ToValueList();
        var isSame = And(Enumerable.Range(0, keys.Count + 1).Select(index => Infix(new DuckColumn("l", Key(index)), "IS NOT DISTINCT FROM", new DuckColumn("r", Key(index)))));
        var words = operation.Operator == SetOperator.Intersect ? "SEMI JOIN" : "ANTI JOIN";
        var matched = new DuckSelect(
            operation.Output.Select(column => new DuckSelectItem(new DuckColumn("l", Name(column)))).ToValueList(),
            new DuckJoin(new DuckDerived(Numbered(operation.Left), "l"), words, new DuckDerived(Numbered(operation.Right), "r"), isSame));
        return operation.IsDistinct ? PrintDistinct(operation.Output, matched) : matched;

        DuckSelect Numbered(BoundRelation side)
        {
            DuckExpression number = operation.IsDistinct ? Number(1) : new DuckAggregate("row_number", [], Over: new DuckWindow(keys, []));
            return new DuckSelect([s_all, .. keys.Append(number).Select((key, index) => new DuckSelectItem(key, Key(index)))], new DuckDerived(Renamed(side, operation.Output)));
        }

        static string Key(int index) => string.Create(CultureInfo.InvariantCulture, $"k{index}");
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
    private DuckWith PrintWith(BoundWith with)
    {
        var uses = RelationTree.CountNamedQueryUses(with);
        var isRecursive = with.Queries.Any(query => query.RecursiveStep is not null);
        var queries = with.Queries.Select(query => PrintNamedQuery(query, uses.GetValueOrDefault(query.Id))).ToValueList();
        return new DuckWith(isRecursive, queries, Print(with.Body));
    }

    private DuckNamedQuery PrintNamedQuery(BoundNamedQuery query, int uses)
    {
        var columns = query.Query.Output.Count == 0 ? ["no_column"] : query.Query.Output.Select((_, index) => Position(index)).ToValueList();
        var first = new DuckSelect(Columns(query.Query.Output), new DuckDerived(Print(query.Query)));
        return query.RecursiveStep is { } step
            ? new DuckNamedQuery(QueryName(query.Id), columns, null, new DuckSetOperation("UNION ALL", first, new DuckSelect(Columns(step.Output), new DuckDerived(Print(step)))))
            : new DuckNamedQuery(QueryName(query.Id), columns, uses > 1, first);
    }

    private static DuckSelect PrintNamedQueryScan(BoundNamedQueryScan use)
    {
        var columns = use.Output.Select((symbol, index) => new DuckSelectItem(new DuckColumn(Position(index)), Name(symbol))).DefaultIfEmpty(s_noColumn);
        return new DuckSelect(columns.ToValueList(), new DuckTable(QueryName(use.QueryId)));
    }

    private static string QueryName(int id) => string.Create(CultureInfo.InvariantCulture, $"q{id}");

    /// <summary>The name of a column of a named query or stored table.</summary>
    public static string Position(int index) => string.Create(CultureInfo.InvariantCulture, $"n{index}");
}
