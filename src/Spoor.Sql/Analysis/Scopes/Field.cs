using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>A column that a scope offers under a name.</summary>
/// <param name="Name">Null when it can only be reached by <c>*</c> or position.</param>
/// <param name="RelationName">Parts of the relation's name, outermost first; empty when it has none.</param>
/// <param name="Symbol">The column.</param>
/// <param name="Kind">What it is a column of.</param>
internal sealed record Field(string? Name, ValueList<string> RelationName, Symbol Symbol, FieldKind Kind = FieldKind.Visible)
{
    public SqlType Type => Symbol.Type;

    public bool IsHidden => Kind == FieldKind.Hidden;

    /// <summary>Whether <paramref name="parts"/> (a name, perhaps after a relation's name or the end of it) means this field.</summary>
    public bool Matches(ReadOnlySpan<string> parts) =>
        Name is not null && SameName(Name, parts[^1]) && HasRelationSuffix(parts[..^1]);

    /// <summary>Whether the relation's name ends with <paramref name="suffix"/>.</summary>
    public bool HasRelationSuffix(ReadOnlySpan<string> suffix)
    {
        if (suffix.Length > RelationName.Count)
        {
            return false;
        }

        var offset = RelationName.Count - suffix.Length;
        for (var i = 0; i < suffix.Length; i++)
        {
            if (!SameName(RelationName[offset + i], suffix[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a field is a column of.</summary>
internal enum FieldKind
{
    /// <summary>An ordinary column.</summary>
    Visible,

    /// <summary>A column that <c>*</c> leaves out.</summary>
    Hidden,

    /// <summary>A parameter of a lambda.</summary>
    LambdaParameter,
}
