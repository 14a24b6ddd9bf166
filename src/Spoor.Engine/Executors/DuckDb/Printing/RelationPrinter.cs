using System.Diagnostics;
using System.Runtime.CompilerServices;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Scans;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Planning.Rewrites;
using Spoor.Engine.Planning.Sources;
using Spoor.Sql.Analysis.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

/// <summary>Typed relation -> a DuckDB query whose columns bear the symbols' names.</summary>
/// <remarks>Operators are nested as they come; DuckDB's optimizer merges them.</remarks>
internal sealed partial class RelationPrinter
{
    /// <summary>The column of a relation that has none, which SQL cannot say.</summary>
    private static readonly DuckSelectItem s_noColumn = new(new DuckNumber("1"), "no_column");

    private static readonly DuckSelectItem s_all = new(DuckKeyword.Star);

    /// <summary>From each class of equal columns DuckDB makes all pairs, for each join again: its time to plan grows with more than the cube of their number.</summary>
    private const int MostJoinsByEquality = 16;

    private readonly Func<PlannedScan, long> _scanId;
    private readonly ExpressionPrinter _expressions;
    private bool _hasManyJoins;

    /// <summary>A printer for a plan whose scans are known to the database by the numbers that <paramref name="scanId"/> gives.</summary>
    public RelationPrinter(Func<PlannedScan, long> scanId)
    {
        _scanId = scanId;
        _expressions = new ExpressionPrinter(this);
    }

    /// <summary>The whole query: its columns in order, each of exactly the type that DuckDB has for it.</summary>
    public DuckQuery PrintQuery(BoundRelation relation)
    {
        _hasManyJoins = JoinCounter.Count(relation) > MostJoinsByEquality;
        var columns = relation.Output.Select(symbol => new DuckSelectItem(Cast(ExpressionPrinter.Column(symbol), TypePrinter.TypeOf(symbol.Type)), Name(symbol)));
        return new DuckSelect(columns.ToValueList(), new DuckDerived(Print(relation)));
    }

    /// <summary>The relation as a query.</summary>
    public DuckQuery Print(BoundRelation relation)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new QueryException(ErrorCode.StackOverflow, null, "statement is too large (stack overflow while planning it)");
        }

        return relation switch
        {
            PlannedScan scan => new DuckSelect([s_all], new DuckTableFunction(ScanTableFunction.Name, [Number(_scanId(scan))])),
            StoredScan stored => PrintStored(stored),
            BoundSingleRow => new DuckSelect([s_noColumn]),
            BoundValues values => PrintValues(values),
            BoundFilter filter => All(filter.Input) with { Where = PrintCondition(filter.Predicate) },
            BoundProject project => new DuckSelect(PrintAssignments(project.Assignments), new DuckDerived(Print(project.Input))),
            BoundAggregate aggregate => PrintAggregate(aggregate),
            BoundWindow window => PrintWindow(window),
            BoundSort sort => PrintSort(sort),
            BoundLimit limit => PrintLimit(limit),
            BoundDistinct distinct => PrintDistinct(distinct.Output, Print(distinct.Input)),
            BoundJoin join => PrintJoin(join),
            BoundUnnest unnest => PrintUnnest(unnest),
            BoundSetOperation operation => PrintSetOperation(operation),
            BoundSample sample => PrintSample(sample),
            BoundWith with => PrintWith(with),
            BoundNamedQueryScan use => PrintNamedQueryScan(use),
            _ => throw new UnreachableException($"No printer for {relation.GetType().Name}."),
        };
    }

    /// <summary>The only column of a subquery that gives values.</summary>
    public DuckQuery PrintColumn(BoundRelation query) => PrintColumn(query, (column, _) => column);

    /// <summary>What is made of the only column of a subquery.</summary>
    public DuckQuery PrintColumn(BoundRelation query, Func<DuckExpression, SqlType, DuckExpression> print) =>
        new DuckSelect([new(print(ExpressionPrinter.Column(query.Output[0]), query.Output[0].Type))], new DuckDerived(Print(query)));

    /// <summary>The condition of a filter or an inner join.</summary>
    private DuckExpression PrintCondition(BoundExpression condition) => _hasManyJoins ? _expressions.PrintUnclassedTruth(condition) : _expressions.PrintTruth(condition);

    private DuckSelect All(BoundRelation input) => new([s_all], new DuckDerived(Print(input)));

    private static string Name(Symbol symbol) => ExpressionPrinter.Name(symbol);

    private static DuckSelectItem Column(Symbol symbol) => new(ExpressionPrinter.Column(symbol));

    private static ValueList<DuckSelectItem> Columns(ValueList<Symbol> symbols) => symbols.Select(Column).DefaultIfEmpty(s_noColumn).ToValueList();

    /// <summary>One relation's columns under other names, by position.</summary>
    private DuckSelect Renamed(BoundRelation relation, ValueList<Symbol> to) => new(
        to.Select((symbol, index) => new DuckSelectItem(ExpressionPrinter.Column(relation.Output[index]), Name(symbol))).DefaultIfEmpty(s_noColumn).ToValueList(),
        new DuckDerived(Print(relation)));

    private ValueList<DuckSelectItem> PrintAssignments(ValueList<BoundAssignment> assignments) =>
        assignments.Select(assignment => new DuckSelectItem(_expressions.Print(assignment.Expression), Name(assignment.Symbol))).DefaultIfEmpty(s_noColumn).ToValueList();

    private DuckSelect PrintSort(BoundSort sort) => All(sort.Input) with { OrderBy = PrintSortKeys(sort.Keys) };

    private ValueList<DuckSortKey> PrintSortKeys(IEnumerable<BoundSortKey> keys) => keys.Select(PrintSortKey).ToValueList();

    /// <summary>Trino puts NaN beside the NULLs where these come first, DuckDB above all numbers: there the negated numbers are sorted the other way round.</summary>
    private DuckSortKey PrintSortKey(BoundSortKey key)
    {
        var value = _expressions.Print(key.Key);
        var isNegated = key is { NullsFirst: true, Key.Type: ScalarType { IsFloatingPoint: true } };
        var shown = isNegated ? new DuckPrefix("-", value) : ValueKey.Order(value, key.Key.Type, unorderedFirst: key.NullsFirst);
        return new DuckSortKey(shown, key.IsDescending != isNegated, key.NullsFirst);
    }

    private static DuckSelect PrintDistinct(ValueList<Symbol> columns, DuckQuery input)
    {
        var on = columns.All(column => ValueKey.HasPlainIdentity(column.Type))
            ? []
            : columns.Select(column => ValueKey.Identity(ExpressionPrinter.Column(column), column.Type)).ToValueList();
        return new DuckSelect(Columns(columns), new DuckDerived(input)) { IsDistinct = true, DistinctOn = on };
    }

    private DuckSelect PrintValues(BoundValues values)
    {
        var rows = values.Rows.Select(row => row.Select(_expressions.Print).ToValueList()).ToValueList();
        return new DuckSelect([s_all], new DuckValues(rows, "v", values.Output.Select(Name).ToValueList()));
    }

    private static DuckSelect PrintStored(StoredScan stored)
    {
        var columns = stored.Columns.Select(leaf => new DuckSelectItem(
            leaf.Fields.Aggregate((DuckExpression)new DuckColumn(Position(leaf.Column)), RowField), Name(leaf.Symbol)));
        return new DuckSelect(columns.DefaultIfEmpty(s_noColumn).ToValueList(), new DuckTable(stored.Table));
    }
}
