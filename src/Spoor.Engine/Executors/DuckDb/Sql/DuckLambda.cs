using System.Runtime.CompilerServices;
using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>A lambda.</summary>
internal sealed record DuckLambda(ValueList<DuckParameter> Parameters, DuckExpression Body) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Body];

    /// <summary>The body with expressions in the parameters' places.</summary>
    public DuckExpression Apply(params DuckExpression[] values) => new DuckApplied(this, values.ToValueList());
}

/// <summary>A lambda's parameter. It is itself and no name: the writer chooses one that nothing around it has, so that no text can mean it.</summary>
internal sealed record DuckParameter : DuckExpression
{
    /// <inheritdoc/>
    public bool Equals(DuckParameter? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A lambda's body, in which values stand for the parameters.</summary>
internal sealed record DuckApplied(DuckLambda Lambda, ValueList<DuckExpression> Values) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => Values.Prepend(Lambda.Body);
}
