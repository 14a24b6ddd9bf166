using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>Chooses one of a function's overloads for the arguments of a call.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/metadata/FunctionBinder.java"/>
internal static class OverloadSelection
{
    /// <summary>The overloads that fit best: one, none, or several when the call is ambiguous.</summary>
    /// <remarks>Without coercion first, plain overloads before those with type variables; then with coercion the most specific.</remarks>
    public static IReadOnlyList<BoundCandidate> Select(ValueList<FunctionDeclaration> overloads, IReadOnlyList<CallArgument> arguments)
    {
        var exact = Bind(overloads.Where(overload => overload.Variables.Count == 0), arguments, allowsCoercion: false);
        if (exact.Count == 0)
        {
            exact = Bind(overloads.Where(overload => overload.Variables.Count > 0), arguments, allowsCoercion: false);
        }

        return exact.Count > 0 ? exact : MostSpecific(Bind(overloads, arguments, allowsCoercion: true), arguments);
    }

    private static List<BoundCandidate> Bind(IEnumerable<FunctionDeclaration> overloads, IReadOnlyList<CallArgument> arguments, bool allowsCoercion)
    {
        var candidates = new List<BoundCandidate>();
        foreach (var overload in overloads)
        {
            if (SignatureBinder.TryBind(overload, arguments, allowsCoercion) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        return candidates;
    }

    private static List<BoundCandidate> MostSpecific(List<BoundCandidate> candidates, IReadOnlyList<CallArgument> arguments)
    {
        var best = DropLessSpecific(candidates);
        if (best.Count <= 1 || !arguments.All(argument => argument is TypedArgument) || !arguments.Any(IsUnknown))
        {
            return best;
        }

        var castsNullsOnly = candidates.Where(candidate => CastsNullsOnly(candidate, arguments)).ToList();
        best = castsNullsOnly.Count > 0 ? castsNullsOnly : best;

        // With a null argument the result is null whichever overload runs, so only the result's type matters.
        return best.Count > 1 && best.Select(candidate => candidate.ResultType(span: null)).Distinct().Count() == 1
            ? [best.MaxBy(candidate => candidate.Declaration.Text, StringComparer.Ordinal) ?? best[0]]
            : best;
    }

    private static List<BoundCandidate> DropLessSpecific(List<BoundCandidate> candidates)
    {
        var representatives = new List<BoundCandidate>();
        foreach (var candidate in candidates)
        {
            var isKnown = false;
            for (var i = 0; i < representatives.Count && !isKnown; i++)
            {
                var isMoreSpecific = IsMoreSpecific(candidate, representatives[i]);
                isKnown = isMoreSpecific || IsMoreSpecific(representatives[i], candidate);
                representatives[i] = isMoreSpecific ? candidate : representatives[i];
            }

            if (!isKnown)
            {
                representatives.Add(candidate);
            }
        }

        return representatives;
    }

    // An overload is more specific than another when its argument types can be passed on to the other.
    private static bool IsMoreSpecific(BoundCandidate candidate, BoundCandidate other)
    {
        var types = candidate.ArgumentTypes.Select(type => (CallArgument)new TypedArgument(type)).ToArray();
        return SignatureBinder.TryBind(other.Declaration, types, allowsCoercion: true) is not null;
    }

    private static bool CastsNullsOnly(BoundCandidate candidate, IReadOnlyList<CallArgument> arguments) =>
        candidate.ArgumentTypes.Zip(arguments).All(pair => IsUnknown(pair.Second) || pair.Second is TypedArgument typed && typed.Type == pair.First);

    private static bool IsUnknown(CallArgument argument) => argument is TypedArgument typed && typed.Type == ScalarTypes.Unknown;
}
