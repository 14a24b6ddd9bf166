using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Functions;

/// <summary>Finds the function that a call means.</summary>
public static class FunctionResolver
{
    /// <summary>Names of all functions, lower-case, unordered.</summary>
    public static IReadOnlyCollection<string> Names => FunctionCatalogue.Names;

    /// <summary>Whether an aggregate function has that name; case does not matter.</summary>
    public static bool IsAggregate(string name) => FunctionCatalogue.KindOf(name.ToLowerInvariant()) == FunctionKind.Aggregate;

    /// <summary>Whether a function has that name that needs OVER, such as <c>rank</c>; aggregates may have it, but are not meant here.</summary>
    public static bool IsWindow(string name) => FunctionCatalogue.KindOf(name.ToLowerInvariant()) == FunctionKind.Window;

    /// <summary>Whether any function has that name.</summary>
    public static bool Exists(string name) => FunctionCatalogue.KindOf(name.ToLowerInvariant()) is not null;

    /// <summary>The function that a call with these arguments means.</summary>
    /// <exception cref="QueryException">
    /// FunctionNotFound: there is none of that name, or none takes these arguments; AmbiguousFunctionCall: several do equally well.
    /// What a lambda's body throws passes through.
    /// </exception>
    public static ResolvedFunction Resolve(QualifiedName name, IReadOnlyList<CallArgument> arguments, TextSpan span)
    {
        var parts = name.Parts.Select(part => part.Value.ToLowerInvariant()).ToArray();
        return parts switch
        {
            [var single] => Resolve(single, arguments, span),
            ["system", "builtin", var builtin] => Resolve(builtin, arguments, span),
            { Length: > 3 } => throw new QueryException(ErrorCode.FunctionNotFound, span, $"Invalid function name: {string.Join('.', parts)}"),
            _ => throw NotRegistered(string.Join('.', parts), span),
        };
    }

    /// <summary>The function of that name, case ignored, that a call with these arguments means.</summary>
    /// <exception cref="QueryException">As the other overload.</exception>
    public static ResolvedFunction Resolve(string name, IReadOnlyList<CallArgument> arguments, TextSpan span)
    {
        var key = name.ToLowerInvariant();
        if (FunctionCatalogue.KindOf(key) is not { } kind)
        {
            throw NotRegistered(key, span);
        }

        var overloads = FunctionCatalogue.Overloads(key);
        return OverloadSelection.Select(overloads, arguments.Select(Memoize).ToArray()) switch
        {
            [var candidate] => ToResolved(key, kind, candidate, span),
            [] => throw UnexpectedParameters(key, overloads, arguments, span),
            var candidates => throw Ambiguous(key, candidates, span),
        };
    }

    private static ResolvedFunction ToResolved(string name, FunctionKind kind, BoundCandidate candidate, TextSpan span) => new(
        name,
        kind,
        candidate.ArgumentTypes.Select(WithoutPatternTypes).ToValueList(),
        candidate.ResultType(span),
        candidate.Declaration.IsDeterministic);

    // Trino compiles patterns and paths by casting text to types of their own; here functions take the text itself.
    private static SqlType WithoutPatternTypes(SqlType type) =>
        type is ScalarType { Kind: ScalarKind.JoniRegExp or ScalarKind.JsonPath or ScalarKind.CodePoints } ? VarcharType.Unbounded : type;

    // A body is asked for its type once per overload and round; nested lambdas would multiply that.
    private static CallArgument Memoize(CallArgument argument)
    {
        if (argument is not LambdaArgument lambda)
        {
            return argument;
        }

        var results = new Dictionary<ValueList<SqlType>, SqlType>();
        return lambda with
        {
            ResultType = parameters => results.TryGetValue(parameters, out var known) ? known : results[parameters] = lambda.ResultType(parameters),
        };
    }

    private static QueryException NotRegistered(string name, TextSpan span) =>
        new(ErrorCode.FunctionNotFound, span, $"Function '{name}' not registered", ForeignFunctions.Hint(name) ?? NearestName.Hint(name, Names));

    private static QueryException UnexpectedParameters(
        string name, ValueList<FunctionDeclaration> overloads, IReadOnlyList<CallArgument> arguments, TextSpan span)
    {
        var given = string.Join(", ", arguments.Select(argument => argument is TypedArgument typed ? SignatureText.Print(typed.Type) : "<function>"));
        var expected = string.Join(", ", overloads.Select(overload => overload.Text).Distinct().Order(StringComparer.Ordinal));
        return new QueryException(ErrorCode.FunctionNotFound, span, $"Unexpected parameters ({given}) for function {name}. Expected: {expected}", ArgumentHint.For(overloads, arguments));
    }

    private static QueryException Ambiguous(string name, IReadOnlyList<BoundCandidate> candidates, TextSpan span)
    {
        var list = string.Concat(candidates.Select(candidate =>
            $"\t * {name}({string.Join(',', candidate.ArgumentTypes.Select(SignatureText.Print))}):{SignatureText.Print(candidate.ResultType(span))}\n"));
        return new QueryException(
            ErrorCode.AmbiguousFunctionCall,
            span,
            $"Could not choose a best candidate operator. Explicit type casts must be added.\nCandidates are:\n{list}");
    }
}
