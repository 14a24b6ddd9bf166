using System.Globalization;
using System.Text;
using Spoor.Sql.Functions;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>A function call whose arguments are printed already.</summary>
/// <param name="Function">The function with its concrete types.</param>
/// <param name="Arguments">DuckDB expressions, in order; a lambda as <c>lambda x: body</c>.</param>
/// <param name="IsDistinct">DISTINCT was written, in an aggregate.</param>
internal readonly record struct FunctionCallText(ResolvedFunction Function, IReadOnlyList<string> Arguments, bool IsDistinct = false)
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
    /// <remarks>In one pass over the template, so that what an argument says is never read as a place.</remarks>
    internal string Fill(string template)
    {
        var text = new StringBuilder(template.Length);
        var rest = template.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            var place = rest[(open + 1)..close];
            text.Append(rest[..open]).Append(place is "*" ? All : Arguments[int.Parse(place, CultureInfo.InvariantCulture)]);
            rest = rest[(close + 1)..];
        }

        return text.Append(rest).ToString();
    }
}
