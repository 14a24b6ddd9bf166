using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>A parameter's or result's type as a signature declares it.</summary>
internal abstract record FormalType;

/// <summary>A type without variables.</summary>
internal sealed record FormalFixed(SqlType Type) : FormalType;

/// <summary>A type variable of the signature.</summary>
internal sealed record FormalVariable(string Name) : FormalType;

/// <summary><c>any</c>: takes each argument's own type; ours, for functions that Trino types by special rules (<c>format</c>).</summary>
internal sealed record FormalAny : FormalType;

/// <summary>A type whose lengths are variables, or in a result sums of them: <c>varchar(x)</c>, <c>decimal(min(38, p + 1), s)</c>.</summary>
internal sealed record FormalLengths(string Name, bool WithTimeZone, ValueList<string> Lengths) : FormalType
{
    /// <summary>The type with lengths that any such type has, to compare bases.</summary>
    public SqlType Smallest => ToType(Lengths.Count == 2 ? [1, 0] : [1]);

    /// <summary>The type with these lengths.</summary>
    /// <exception cref="QueryException">TypeNotFound, InvalidFunctionArgument: a length is out of range.</exception>
    public SqlType ToType(ReadOnlySpan<long> lengths, TextSpan? span = null)
    {
        var type = Name is "time" or "timestamp"
            ? NamedTypes.DateTime(Name == "timestamp", lengths[0], WithTimeZone, span)
            : NamedTypes.TryCreate(Name, [], lengths, TypeDialect.Trino, span);
        return type ?? throw new QueryException(ErrorCode.TypeNotFound, span, $"Unknown type: {Name}({string.Join(',', lengths.ToArray())})");
    }
}

/// <summary><c>array</c>, <c>map</c>, <c>row</c> or <c>function</c> over types that hold variables.</summary>
internal sealed record FormalGeneric(string Base, ValueList<FormalType> Arguments) : FormalType;
