using Spoor.Core.Collections;

namespace Spoor.Core.Types;

/// <summary>A type text taken apart, in which names are not yet looked up: they may be types or, in a function's signature, variables.</summary>
/// <param name="Name">As written; words of one name are joined by one blank: <c>interval day to second</c>.</param>
/// <param name="Arguments">Types in parentheses or angle brackets.</param>
/// <param name="Lengths">Texts of the numbers of varchar, char, decimal, time and timestamp: literals, or variables and sums of them.</param>
/// <param name="WithTimeZone">Whether <c>with time zone</c> follows.</param>
/// <param name="FieldName">Name of the row's field that this is the type of.</param>
internal sealed record TypeText(string Name, ValueList<TypeText> Arguments, ValueList<string> Lengths, bool WithTimeZone, string? FieldName);
