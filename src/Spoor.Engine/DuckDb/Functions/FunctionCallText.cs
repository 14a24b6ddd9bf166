using Spoor.Sql.Functions;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>A function call whose arguments are printed already.</summary>
/// <param name="Function">The function with its concrete types.</param>
/// <param name="Arguments">DuckDB expressions, in order; a lambda as <c>lambda x: body</c>.</param>
internal readonly record struct FunctionCallText(ResolvedFunction Function, IReadOnlyList<string> Arguments)
{
    /// <summary>Number of arguments.</summary>
    internal int Count => Arguments.Count;

    /// <summary>An argument's text.</summary>
    internal string this[int index] => Arguments[index];

    /// <summary>All arguments, for an argument list.</summary>
    internal string All => string.Join(", ", Arguments);

    /// <summary>The type of the result.</summary>
    internal SqlType Result => Function.ReturnType;

    /// <summary>An argument's type.</summary>
    internal SqlType Type(int index) => Function.ArgumentTypes[index];

    /// <summary>Puts the arguments into a template: <c>{0}</c> is the first, <c>{*}</c> all of them.</summary>
    internal string Fill(string template)
    {
        var text = template.Replace("{*}", All, StringComparison.Ordinal);
        for (var i = 0; i < Arguments.Count; i++)
        {
            text = text.Replace($"{{{i}}}", Arguments[i], StringComparison.Ordinal);
        }

        return text;
    }
}
