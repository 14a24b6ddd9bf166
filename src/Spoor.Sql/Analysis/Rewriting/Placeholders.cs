using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Rewriting;

/// <summary>An aggregate call inside an expression, until the query's aggregation gives it a symbol.</summary>
internal sealed record AggregateCall(
    ResolvedFunction Function,
    ValueList<BoundExpression> Arguments,
    bool IsDistinct,
    BoundExpression? Filter,
    ValueList<BoundSortKey> OrderBy,
    ListaggOverflow? Overflow,
    TextSpan Span) : BoundExpression(Function.ReturnType, Span);

/// <summary>A window function call inside an expression, until the query's window step gives it a symbol.</summary>
internal sealed record WindowCall(
    ResolvedFunction Function,
    ValueList<BoundExpression> Arguments,
    bool IsDistinct,
    BoundExpression? Filter,
    bool IgnoreNulls,
    BoundWindowDefinition Window,
    TextSpan Span) : BoundExpression(Function.ReturnType, Span);

/// <summary>What OVER says, resolved.</summary>
internal sealed record BoundWindowDefinition(ValueList<BoundExpression> PartitionBy, ValueList<BoundSortKey> OrderBy, BoundFrame? Frame);

/// <summary>GROUPING(...) inside an expression, until the query's aggregation gives it a symbol.</summary>
internal sealed record GroupingCall(Grouping Syntax, ValueList<BoundExpression> Columns, TextSpan Span) : BoundExpression(ScalarTypes.Integer, Span);
