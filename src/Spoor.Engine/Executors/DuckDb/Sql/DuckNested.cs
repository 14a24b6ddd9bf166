using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary><c>[a, b]</c>.</summary>
internal sealed record DuckList(ValueList<DuckExpression> Elements) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => Elements;
}

/// <summary><c>{'a': 1, 'b': 2}</c>.</summary>
internal sealed record DuckStruct(ValueList<DuckNamed> Members) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => Members;
}

/// <summary>A struct's member.</summary>
internal sealed record DuckField(DuckExpression Struct, string Name) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Struct];
}

/// <summary><c>list[index]</c>.</summary>
internal sealed record DuckSubscript(DuckExpression Value, DuckExpression Index) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Value, Index];
}

/// <summary><c>list[from:to]</c>, both included.</summary>
internal sealed record DuckSlice(DuckExpression Value, DuckExpression From, DuckExpression To) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Value, From, To];
}
