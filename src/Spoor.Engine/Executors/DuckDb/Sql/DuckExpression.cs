using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>An expression of DuckDB's SQL. Two are equal when they say the same.</summary>
internal abstract record DuckExpression
{
    /// <summary>The expressions inside, but not those of queries.</summary>
    public virtual IEnumerable<DuckExpression> Parts => [];
}

/// <summary>A text literal of any content.</summary>
internal sealed record DuckText(string Value) : DuckExpression;

/// <summary>A number, with neither quotes nor sign.</summary>
internal sealed record DuckNumber(string Digits) : DuckExpression;

/// <summary>NULL, TRUE, FALSE, or the <c>*</c> of <c>count(*)</c>.</summary>
internal sealed record DuckKeyword(string Word) : DuckExpression
{
    /// <summary>NULL.</summary>
    public static DuckKeyword Null { get; } = new("NULL");

    /// <summary>TRUE.</summary>
    public static DuckKeyword True { get; } = new("TRUE");

    /// <summary>FALSE.</summary>
    public static DuckKeyword False { get; } = new("FALSE");

    /// <summary>All columns, or no argument.</summary>
    public static DuckKeyword Star { get; } = new("*");
}

/// <summary>A column by its name, and that of its table where two have it.</summary>
internal sealed record DuckColumn(string? Table, string Name) : DuckExpression
{
    /// <summary>A column that one table has.</summary>
    public DuckColumn(string name)
        : this(null, name)
    {
    }
}

/// <summary>A call of a scalar function.</summary>
internal sealed record DuckCall(string Name, ValueList<DuckExpression> Arguments) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => Arguments;
}

/// <summary><c>name := value</c> as an argument, <c>'name': value</c> in a struct.</summary>
internal sealed record DuckNamed(string Name, DuckExpression Value) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Value];
}

/// <summary>Operands with an operator between them: two, or any number for AND and OR.</summary>
internal sealed record DuckInfix(string Operator, ValueList<DuckExpression> Operands) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => Operands;
}

/// <summary>NOT, <c>-</c> or <c>~</c>.</summary>
internal sealed record DuckPrefix(string Operator, DuckExpression Operand) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Operand];
}

/// <summary>IS NULL.</summary>
internal sealed record DuckIsNull(DuckExpression Value, bool IsNegated) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Value];
}

/// <summary>BETWEEN.</summary>
internal sealed record DuckBetween(DuckExpression Value, DuckExpression Min, DuckExpression Max) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Value, Min, Max];
}

/// <summary>IN over a list.</summary>
internal sealed record DuckIn(DuckExpression Value, ValueList<DuckExpression> List) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => List.Prepend(Value);
}

/// <summary>CAST.</summary>
internal sealed record DuckCast(DuckExpression Value, DuckType Type) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts => [Value];
}

/// <summary>CASE, with or without an operand and an ELSE.</summary>
internal sealed record DuckCase(DuckExpression? Operand, ValueList<DuckWhen> Whens, DuckExpression? Default) : DuckExpression
{
    /// <inheritdoc/>
    public override IEnumerable<DuckExpression> Parts =>
        Whens.SelectMany(when => new[] { when.Condition, when.Result }).Append(Operand).Append(Default).OfType<DuckExpression>();
}

/// <summary>WHEN ... THEN ...</summary>
internal sealed record DuckWhen(DuckExpression Condition, DuckExpression Result);
