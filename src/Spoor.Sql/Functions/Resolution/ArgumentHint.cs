using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>Advice for a call whose arguments no overload takes: what would have to be converted.</summary>
internal static class ArgumentHint
{
    private const int MaxTexts = 4;

    /// <summary>What to convert so that an overload takes the arguments; null when no usual conversion helps.</summary>
    public static string? For(ValueList<FunctionDeclaration> overloads, IReadOnlyList<CallArgument> arguments)
    {
        var texts = Enumerable.Range(0, arguments.Count).Where(at => arguments[at] is TypedArgument { Type: VarcharType }).Take(MaxTexts).ToList();
        if (TakesTextsAs(new TimestampType(3, WithTimeZone: false)))
        {
            return "A text is not a timestamp: from_iso8601_timestamp(x) makes one of a text such as 2024-01-31T00:00:00Z.";
        }

        if (TakesTextsAs(ScalarTypes.BigInt) || TakesTextsAs(ScalarTypes.Double))
        {
            return "A text is not a number: CAST(x AS bigint) makes one of it, or CAST(x AS double).";
        }

        return Takes(Enumerable.Range(0, arguments.Count).ToHashSet(), VarcharType.Unbounded) ? "CAST(x AS varchar) makes a text of a value." : null;

        // Some of the texts may be what they should be: the unit of date_trunc, the pattern of date_format.
        bool TakesTextsAs(SqlType type) => Enumerable.Range(1, (1 << texts.Count) - 1)
            .Any(chosen => Takes(texts.Where((_, index) => (chosen & (1 << index)) != 0).ToHashSet(), type));

        bool Takes(HashSet<int> converted, SqlType type)
        {
            var changed = arguments.Select((argument, at) => argument is TypedArgument && converted.Contains(at) ? new TypedArgument(type) : argument);
            return OverloadSelection.Select(overloads, changed.ToArray()).Count > 0;
        }
    }
}
