using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Spoor.Engine.DuckDb.Functions;
using Spoor.Engine.DuckDb.Native;
using Spoor.Engine.Planning;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Printing;

/// <summary>Typed relation -> a DuckDB SELECT whose columns bear the symbols' names.</summary>
/// <remarks>Operators are nested as they come; DuckDB's optimizer merges them.</remarks>
internal sealed partial class RelationPrinter
{
    /// <summary>The column of a relation that has none, which SQL cannot say.</summary>
    private const string NoColumn = "1 AS no_column";

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

    /// <summary>Prints the whole query: its columns in order, each of exactly the type that DuckDB has for it.</summary>
    public string PrintQuery(BoundRelation relation)
    {
        _hasManyJoins = JoinCounter.Count(relation) > MostJoinsByEquality;
        var columns = relation.Output.Select(symbol => $"CAST({Name(symbol)} AS {TypePrinter.Print(symbol.Type)}) AS {Name(symbol)}");
        return $"SELECT {string.Join(", ", columns)} FROM ({Print(relation)})";
    }

    /// <summary>The relation as a SELECT that can stand in parentheses.</summary>
    public string Print(BoundRelation relation)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new QueryException(ErrorCode.StackOverflow, null, "statement is too large (stack overflow while planning it)");
        }

        return relation switch
        {
            PlannedScan scan => string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM {ScanTableFunction.Name}({_scanId(scan)})"),
            StoredScan stored => PrintStored(stored),
            BoundSingleRow => $"SELECT {NoColumn}",
            BoundValues values => PrintValues(values),
            BoundFilter filter => $"SELECT * FROM ({Print(filter.Input)}) WHERE {PrintCondition(filter.Predicate)}",
            BoundProject project => $"SELECT {PrintAssignments(project.Assignments)} FROM ({Print(project.Input)})",
            BoundAggregate aggregate => PrintAggregate(aggregate),
            BoundWindow window => PrintWindow(window),
            BoundSort sort => $"SELECT * FROM ({Print(sort.Input)}) ORDER BY {PrintSortKeys(sort.Keys)}",
            BoundLimit limit => PrintLimit(limit),
            BoundDistinct distinct => PrintDistinct(distinct.Output, $"({Print(distinct.Input)})"),
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
    public string PrintColumn(BoundRelation query) => PrintColumn(query, (column, _) => column);

    /// <summary>What is made of the only column of a subquery.</summary>
    public string PrintColumn(BoundRelation query, Func<string, SqlType, string> print) =>
        $"SELECT {print(Name(query.Output[0]), query.Output[0].Type)} FROM ({Print(query)})";

    /// <summary>The condition of a filter or an inner join.</summary>
    private string PrintCondition(BoundExpression condition) => _hasManyJoins ? _expressions.PrintUnclassedTruth(condition) : _expressions.PrintTruth(condition);

    private static string Name(Symbol symbol) => ExpressionPrinter.Name(symbol);

    private static string Columns(ValueList<Symbol> symbols) => symbols.Count == 0 ? NoColumn : string.Join(", ", symbols.Select(Name));

    /// <summary>One relation's columns under the names of another's, by position.</summary>
    private static string Renamed(ValueList<Symbol> from, ValueList<Symbol> to) =>
        to.Count == 0 ? NoColumn : string.Join(", ", to.Select((symbol, index) => $"{Name(from[index])} AS {Name(symbol)}"));

    private string PrintAssignments(ValueList<BoundAssignment> assignments) => assignments.Count == 0
        ? NoColumn
        : string.Join(", ", assignments.Select(assignment => $"{_expressions.Print(assignment.Expression)} AS {Name(assignment.Symbol)}"));

    private string PrintSortKeys(IEnumerable<BoundSortKey> keys) => string.Join(", ", keys.Select(PrintSortKey));

    /// <summary>Trino puts NaN beside the NULLs where these come first, DuckDB above all numbers: there the negated numbers are sorted the other way round.</summary>
    private string PrintSortKey(BoundSortKey key)
    {
        var text = _expressions.Print(key.Key);
        var isNegated = key is { NullsFirst: true, Key.Type: ScalarType { IsFloatingPoint: true } };
        var shown = isNegated ? $"(-{text})" : ValueKey.Order(text, key.Key.Type, unorderedFirst: key.NullsFirst);
        return $"{shown} {(key.IsDescending != isNegated ? "DESC" : "ASC")} NULLS {(key.NullsFirst ? "FIRST" : "LAST")}";
    }

    private static string PrintDistinct(ValueList<Symbol> columns, string input)
    {
        var on = columns.All(column => ValueKey.HasPlainIdentity(column.Type))
            ? ""
            : $" ON ({string.Join(", ", columns.Select(column => ValueKey.Identity(Name(column), column.Type)))})";
        return $"SELECT DISTINCT{on} {Columns(columns)} FROM {input}";
    }

    private string PrintValues(BoundValues values)
    {
        var rows = values.Rows.Select(row => $"({string.Join(", ", row.Select(_expressions.Print))})");
        return $"SELECT * FROM (VALUES {string.Join(", ", rows)}) AS v({string.Join(", ", values.Output.Select(Name))})";
    }

    private static string PrintStored(StoredScan stored)
    {
        var columns = stored.Columns.Select(leaf =>
            $"{leaf.Fields.Aggregate(Position(leaf.Column), (row, field) => $"struct_extract({row}, '{TypePrinter.FieldName(field)}')")} AS {Name(leaf.Symbol)}");
        return $"SELECT {(stored.Columns.Count == 0 ? NoColumn : string.Join(", ", columns))} FROM {stored.Table}";
    }
}
