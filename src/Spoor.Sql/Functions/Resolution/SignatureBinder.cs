using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>Finds what the variables of a signature stand for in a call, by rounds over constraints until nothing changes.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/metadata/SignatureBinder.java"/>
internal sealed class SignatureBinder
{
    /// <summary>Trino's own limit; types only ever widen, so real signatures settle within a few rounds.</summary>
    private const int MaxRounds = 4000;

    private readonly FunctionDeclaration _declaration;
    private readonly bool _allowsCoercion;
    private readonly Bindings _bindings = new();

    private SignatureBinder(FunctionDeclaration declaration, bool allowsCoercion)
    {
        _declaration = declaration;
        _allowsCoercion = allowsCoercion;
    }

    /// <summary>The overload bound to the arguments; null when it does not take them.</summary>
    /// <param name="declaration">The overload.</param>
    /// <param name="arguments">The arguments of the call.</param>
    /// <param name="allowsCoercion">Whether arguments may be coerced, or must have the declared types exactly.</param>
    public static BoundCandidate? TryBind(FunctionDeclaration declaration, IReadOnlyList<CallArgument> arguments, bool allowsCoercion) =>
        new SignatureBinder(declaration, allowsCoercion).TryBind(arguments);

    private BoundCandidate? TryBind(IReadOnlyList<CallArgument> arguments)
    {
        if (TryExpand(arguments.Count) is not { } parameters)
        {
            return null;
        }

        var constraints = new List<BindingConstraint>();
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!TryConstrain(parameters[i], arguments[i], constraints))
            {
                return null;
            }
        }

        if (!TrySolve(constraints) || !_declaration.Variables.All(variable => _bindings.Types.ContainsKey(variable.Name)))
        {
            return null;
        }

        var types = parameters.Zip(arguments, ArgumentType).ToValueList();
        return new BoundCandidate(_declaration, types, _bindings);
    }

    private FormalType[]? TryExpand(int argumentCount)
    {
        var declared = _declaration.Parameters;
        if (!_declaration.IsVariadic)
        {
            return declared.Count == argumentCount ? [.. declared] : null;
        }

        var repeated = argumentCount - declared.Count + 1;
        return repeated < 0 ? null : [.. declared.Take(declared.Count - 1), .. Enumerable.Repeat(declared[^1], repeated)];
    }

    private SqlType ArgumentType(FormalType formal, CallArgument argument) => formal is FormalAny && argument is TypedArgument typed
        ? typed.Type
        : _bindings.TryApply(formal) ?? throw new UnreachableException($"Free variable in a parameter of {_declaration.Text}.");

    private bool TryConstrain(FormalType formal, CallArgument argument, List<BindingConstraint> constraints)
    {
        if (formal is FormalGeneric { Base: "function" } function)
        {
            constraints.Add(new LambdaConstraint(function, argument));
            return true;
        }

        if (argument is not TypedArgument { Type: var actual })
        {
            return false;
        }

        constraints.Add(new RelationConstraint(formal, actual, _allowsCoercion));
        return TryConstrain(formal, actual, constraints);
    }

    private bool TryConstrain(FormalType formal, SqlType actual, List<BindingConstraint> constraints)
    {
        switch (formal)
        {
            case FormalFixed or FormalAny:
                return true;
            case FormalVariable name:
                var variable = _declaration.Variables.First(candidate => candidate.Name.Equals(name.Name, StringComparison.OrdinalIgnoreCase));
                constraints.Add(new VariableConstraint(variable, actual));
                return true;
            case FormalLengths lengths:
                constraints.Add(new LengthsConstraint(lengths, actual));
                return true;
            case FormalGeneric generic:
                var parts = actual == ScalarTypes.Unknown ? [.. generic.Arguments.Select(_ => actual)] : Parts(generic.Base, actual);
                return parts.Length == generic.Arguments.Count
                    && generic.Arguments.Zip(parts).All(pair => TryConstrain(pair.First, pair.Second, constraints));
            default:
                throw new UnreachableException($"No constraint for {formal.GetType().Name}.");
        }
    }

    private static SqlType[] Parts(string formalBase, SqlType actual) => (formalBase, actual) switch
    {
        ("array", ArrayType array) => [array.Element],
        ("map", MapType map) => [map.Key, map.Value],
        ("row", RowType row) => [.. row.Fields.Select(field => field.Type)],
        _ => [],
    };

    private bool TrySolve(List<BindingConstraint> constraints)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            switch (SolveRound(constraints))
            {
                case BindingProgress.Satisfied:
                    return true;
                case BindingProgress.NotSatisfied or BindingProgress.Unsolvable:
                    return false;
                case BindingProgress.Changed:
                    break;
            }
        }

        throw new UnreachableException($"The types of {_declaration.Text} do not settle.");
    }

    private BindingProgress SolveRound(List<BindingConstraint> constraints)
    {
        var progress = BindingProgress.Satisfied;
        foreach (var constraint in constraints)
        {
            var step = constraint switch
            {
                VariableConstraint variable => Solve(variable),
                LengthsConstraint lengths => Solve(lengths),
                LambdaConstraint lambda => Solve(lambda),
                RelationConstraint relation => Solve(relation),
                _ => throw new UnreachableException($"No solver for {constraint.GetType().Name}."),
            };
            if (step == BindingProgress.Unsolvable)
            {
                return step;
            }

            progress = step > progress ? step : progress;
        }

        return progress;
    }

    private BindingProgress Solve(VariableConstraint constraint)
    {
        var bound = _bindings.Types.GetValueOrDefault(constraint.Variable.Name);
        var common = bound is null ? constraint.Actual : TypeCoercion.CommonSuperType(bound, constraint.Actual);
        if (common is null || !constraint.Variable.Accepts(common))
        {
            return BindingProgress.Unsolvable;
        }

        if (common == bound)
        {
            return BindingProgress.Satisfied;
        }

        _bindings.Types[constraint.Variable.Name] = common;
        return BindingProgress.Changed;
    }

    private BindingProgress Solve(LengthsConstraint constraint)
    {
        var formal = constraint.Formal;
        if (TypeCoercion.Widen(constraint.Actual, formal.Smallest) is not { } widened)
        {
            return BindingProgress.Unsolvable;
        }

        var actual = LengthsOf(widened);
        var known = formal.Lengths.Select((text, i) => LengthExpression.IsVariable(text)
            ? _bindings.Lengths.GetValueOrDefault(text, actual[i])
            : LengthExpression.Evaluate(text, _bindings.Lengths)).ToArray();
        var common = TypeCoercion.CommonSuperType(formal.ToType(known), widened);
        var lengths = common is null ? [] : LengthsOf(common);
        var progress = BindingProgress.Satisfied;
        for (var i = 0; i < lengths.Length; i++)
        {
            var text = formal.Lengths[i];
            if (!LengthExpression.IsVariable(text))
            {
                progress = lengths[i] == known[i] ? progress : BindingProgress.Unsolvable;
            }
            else if (!_bindings.Lengths.TryGetValue(text, out var bound) || bound != lengths[i])
            {
                _bindings.Lengths[text] = lengths[i];
                progress = progress == BindingProgress.Unsolvable ? progress : BindingProgress.Changed;
            }
        }

        return progress;
    }

    private static long[] LengthsOf(SqlType type) => type switch
    {
        VarcharType varchar => [varchar.Length ?? int.MaxValue],
        CharType @char => [@char.Length],
        DecimalType @decimal => [@decimal.Precision, @decimal.Scale],
        TimeType time => [time.Precision],
        TimestampType timestamp => [timestamp.Precision],
        _ => throw new UnreachableException($"No lengths in {type}."),
    };

    private BindingProgress Solve(LambdaConstraint constraint)
    {
        var formalResult = constraint.Formal.Arguments[^1];
        var parameters = new SqlType[constraint.Formal.Arguments.Count - 1];
        for (var i = 0; i < parameters.Length; i++)
        {
            if (_bindings.TryApply(constraint.Formal.Arguments[i]) is not { } parameter)
            {
                return BindingProgress.NotSatisfied;
            }

            parameters[i] = parameter;
        }

        var result = ResultType(constraint.Actual, parameters.ToValueList());
        var constraints = new List<BindingConstraint>();
        if (result is null || !TryConstrain(formalResult, result, constraints))
        {
            return BindingProgress.Unsolvable;
        }

        // A lambda's result is not coerced; a variable in it widens instead, and the lambda is typed again.
        constraints.Add(new RelationConstraint(formalResult, result, AllowsCoercion: false));
        return SolveRound(constraints);
    }

    private static SqlType? ResultType(CallArgument argument, ValueList<SqlType> parameters) => argument switch
    {
        LambdaArgument lambda => lambda.ResultType(parameters),
        TypedArgument { Type: FunctionType function } when function.Parameters.Equals(parameters) => function.Result,
        _ => null,
    };

    private BindingProgress Solve(RelationConstraint constraint)
    {
        if (constraint.Formal is FormalAny)
        {
            return BindingProgress.Satisfied;
        }

        var declared = _bindings.TryApply(constraint.Formal);
        var holds = declared is not null
            && (constraint.AllowsCoercion ? TypeCoercion.CanCoerce(constraint.Actual, declared) : constraint.Actual == declared);
        return holds ? BindingProgress.Satisfied : BindingProgress.NotSatisfied;
    }
}
