using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>What the variables of a signature stand for in one call.</summary>
internal sealed class Bindings
{
    /// <summary>Types by variable; names ignore case, as in Trino.</summary>
    public Dictionary<string, SqlType> Types { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lengths, precisions and scales by variable; an unbounded varchar has 2147483647.</summary>
    public Dictionary<string, long> Lengths { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type that <paramref name="formal"/> becomes; null while a variable in it is free.</summary>
    /// <exception cref="QueryException">TypeNotFound, InvalidFunctionArgument: a computed length is out of range.</exception>
    public SqlType? TryApply(FormalType formal, TextSpan? span = null) => formal switch
    {
        FormalFixed @fixed => @fixed.Type,
        FormalVariable variable => Types.GetValueOrDefault(variable.Name),
        FormalAny => null,
        FormalLengths lengths => TryApplyLengths(lengths, span),
        FormalGeneric generic => TryApplyGeneric(generic, span),
        _ => throw new UnreachableException($"No type for {formal.GetType().Name}."),
    };

    private SqlType? TryApplyLengths(FormalLengths formal, TextSpan? span)
    {
        if (formal.Lengths.Any(length => LengthExpression.IsVariable(length) && !Lengths.ContainsKey(length)))
        {
            return null;
        }

        var lengths = formal.Lengths.Select(length => LengthExpression.Evaluate(length, Lengths)).ToArray();
        return formal.ToType(lengths, span);
    }

    private SqlType? TryApplyGeneric(FormalGeneric formal, TextSpan? span)
    {
        var types = new SqlType[formal.Arguments.Count];
        for (var i = 0; i < types.Length; i++)
        {
            if (TryApply(formal.Arguments[i], span) is not { } type)
            {
                return null;
            }

            types[i] = type;
        }

        return formal.Base switch
        {
            "array" => new ArrayType(types[0]),
            "map" => new MapType(types[0], types[1]),
            "row" => new RowType(types.Select(type => new RowField(null, type)).ToValueList()),
            "function" => new FunctionType(types[..^1].ToValueList(), types[^1]),
            _ => NamedTypes.TryCreate(formal.Base, types, [], TypeDialect.Trino, span),
        };
    }
}
