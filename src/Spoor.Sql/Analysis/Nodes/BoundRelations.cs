using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Sql.Analysis.Nodes;

/// <summary>A relation as meant: an operator of relational algebra whose output columns are symbols.</summary>
public abstract record BoundRelation(ValueList<Symbol> Output);

/// <summary>A read of a table. <paramref name="Columns"/> are table columns by name, one per output symbol (all of them; Planning drops the unused), hidden ones (<c>$path</c>) only where named.</summary>
public sealed record BoundScan(TableName Table, ValueList<string> Columns, ValueList<Symbol> Output) : BoundRelation(Output);

/// <summary>A read that planning puts in the place of a <see cref="BoundScan"/>. It has no inputs and no expressions.</summary>
public abstract record BoundSource(ValueList<Symbol> Output) : BoundRelation(Output);

/// <summary>A relation without columns and with one row: FROM left out.</summary>
public sealed record BoundSingleRow() : BoundRelation([]);

/// <summary>VALUES: rows of expressions, one per output symbol.</summary>
public sealed record BoundValues(ValueList<ValueList<BoundExpression>> Rows, ValueList<Symbol> Output) : BoundRelation(Output);

/// <summary>WHERE, HAVING.</summary>
public sealed record BoundFilter(BoundRelation Input, BoundExpression Predicate) : BoundRelation(Input.Output);

/// <summary>New columns from expressions over the input's; the output is exactly the assignments' symbols.</summary>
public sealed record BoundProject(BoundRelation Input, ValueList<BoundAssignment> Assignments) : BoundRelation(Assignments.Select(assignment => assignment.Symbol).ToValueList());

/// <summary>A symbol and the expression that gives its value.</summary>
public sealed record BoundAssignment(Symbol Symbol, BoundExpression Expression);

/// <summary>GROUP BY and aggregates; a global aggregation has no keys and one (empty) grouping set.</summary>
/// <param name="Input">What is aggregated.</param>
/// <param name="Keys">Grouping keys, over the input.</param>
/// <param name="GroupingSets">Each a list of indexes into <paramref name="Keys"/>; plain GROUP BY has one set of all keys.</param>
/// <param name="Aggregates">Aggregate calls, over the input.</param>
/// <param name="GroupingMarks">GROUPING(...) operations used above: symbol (integer) and key indexes, most significant first.</param>
public sealed record BoundAggregate(
    BoundRelation Input,
    ValueList<BoundAssignment> Keys,
    ValueList<ValueList<int>> GroupingSets,
    ValueList<BoundAggregateAssignment> Aggregates,
    ValueList<BoundGroupingMark> GroupingMarks)
    : BoundRelation(Keys.Select(key => key.Symbol).Concat(Aggregates.Select(aggregate => aggregate.Symbol)).Concat(GroupingMarks.Select(mark => mark.Symbol)).ToValueList());

/// <summary>A symbol and the aggregate call that gives its value.</summary>
/// <param name="Symbol">The result.</param>
/// <param name="Function">The aggregate; <c>count</c> without arguments is <c>count(*)</c>.</param>
/// <param name="Arguments">Over the input.</param>
/// <param name="IsDistinct">DISTINCT was written.</param>
/// <param name="Filter">FILTER (WHERE ...); null without.</param>
/// <param name="OrderBy">Order in which rows are fed; empty without.</param>
/// <param name="Overflow">ON OVERFLOW of listagg; null without.</param>
/// <param name="Span">The call.</param>
public sealed record BoundAggregateAssignment(
    Symbol Symbol,
    ResolvedFunction Function,
    ValueList<BoundExpression> Arguments,
    bool IsDistinct,
    BoundExpression? Filter,
    ValueList<BoundSortKey> OrderBy,
    ListaggOverflow? Overflow,
    TextSpan Span);

/// <summary>GROUPING(a, b).</summary>
public sealed record BoundGroupingMark(Symbol Symbol, ValueList<int> KeyIndexes);

/// <summary>Window functions over the input; the output is the input's columns and one per function.</summary>
public sealed record BoundWindow(BoundRelation Input, ValueList<BoundWindowAssignment> Functions)
    : BoundRelation(Input.Output.Concat(Functions.Select(function => function.Symbol)).ToValueList());

/// <summary>A symbol and the window call that gives its value.</summary>
public sealed record BoundWindowAssignment(
    Symbol Symbol,
    ResolvedFunction Function,
    ValueList<BoundExpression> Arguments,
    bool IsDistinct,
    BoundExpression? Filter,
    bool IgnoreNulls,
    ValueList<BoundExpression> PartitionBy,
    ValueList<BoundSortKey> OrderBy,
    BoundFrame? Frame,
    TextSpan Span);

/// <summary>A window frame with both ends; null frame means the SQL default.</summary>
public sealed record BoundFrame(FrameUnit Unit, FrameBoundKind StartKind, BoundExpression? StartOffset, FrameBoundKind EndKind, BoundExpression? EndOffset);

/// <summary>A sort key; nulls placement is always decided.</summary>
public sealed record BoundSortKey(BoundExpression Key, bool IsDescending, bool NullsFirst);

/// <summary>ORDER BY.</summary>
public sealed record BoundSort(BoundRelation Input, ValueList<BoundSortKey> Keys) : BoundRelation(Input.Output);

/// <summary>OFFSET and LIMIT; a null count is no limit. WithTies needs a <see cref="BoundSort"/> as input.</summary>
public sealed record BoundLimit(BoundRelation Input, long Offset, long? Count, bool WithTies) : BoundRelation(Input.Output);

/// <summary>SELECT DISTINCT.</summary>
public sealed record BoundDistinct(BoundRelation Input) : BoundRelation(Input.Output);

/// <summary>A join; Implicit has become Cross; USING and NATURAL have become a condition and a projection above. The output is left's then right's columns.</summary>
/// <param name="Kind">Cross (no condition), Inner, Left, Right or Full.</param>
/// <param name="Left">Left input.</param>
/// <param name="Right">Right input; when <paramref name="IsLateral"/>, it may use the left's symbols.</param>
/// <param name="Condition">Null for Cross.</param>
/// <param name="IsLateral">LATERAL or UNNEST of the left's columns.</param>
public sealed record BoundJoin(JoinKind Kind, BoundRelation Left, BoundRelation Right, BoundExpression? Condition, bool IsLateral)
    : BoundRelation(Left.Output.Concat(Right.Output).ToValueList());

/// <summary>UNNEST of arrays and maps side by side, shorter ones padded with nulls; stands alone or as the lateral right side of a join.</summary>
/// <param name="Collections">Each an array (its element; an array of rows gives one column per field) or a map (key, value).</param>
/// <param name="Ordinality">Symbol of WITH ORDINALITY (bigint, from 1), last in the output; null without.</param>
/// <param name="Output">Columns in order.</param>
public sealed record BoundUnnest(ValueList<BoundExpression> Collections, Symbol? Ordinality, ValueList<Symbol> Output) : BoundRelation(Output);

/// <summary>UNION, INTERSECT, EXCEPT; both inputs have the output's types in order.</summary>
public sealed record BoundSetOperation(SetOperator Operator, bool IsDistinct, BoundRelation Left, BoundRelation Right, ValueList<Symbol> Output) : BoundRelation(Output);

/// <summary>TABLESAMPLE; percentage 0 to 100.</summary>
public sealed record BoundSample(BoundRelation Input, bool IsBernoulli, double Percentage) : BoundRelation(Input.Output);

/// <summary>Named queries and the relation that uses them; a later one may use an earlier one.</summary>
public sealed record BoundWith(ValueList<BoundNamedQuery> Queries, BoundRelation Body) : BoundRelation(Body.Output);

/// <summary>A named query. When recursive, <paramref name="Query"/> is the anchor and <paramref name="RecursiveStep"/> the UNION ALL branch that refers to this id.</summary>
public sealed record BoundNamedQuery(int Id, string Name, BoundRelation Query, BoundRelation? RecursiveStep);

/// <summary>A use of a named query; each use has symbols of its own, in the order of the query's output.</summary>
public sealed record BoundNamedQueryScan(int QueryId, ValueList<Symbol> Output) : BoundRelation(Output);

/// <summary>A whole query: the relation and the names under which its output columns are shown (<c>_col0</c> where Trino names none).</summary>
public sealed record BoundQuery(BoundRelation Relation, ValueList<string> ColumnNames);
