using System.Diagnostics.CodeAnalysis;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>The names that an expression or relation can use: fields of its own query first, then those of the queries around it.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/sql/analyzer/Scope.java"/>
internal sealed class Scope
{
    private readonly Scope? _parent;
    private readonly bool _isQueryBoundary;
    private readonly Dictionary<string, NamedQueryDefinition> _namedQueries = new(StringComparer.OrdinalIgnoreCase);

    private Scope(IReadOnlyList<Field> fields, Scope? parent, bool isQueryBoundary)
    {
        Fields = fields;
        _parent = parent;
        _isQueryBoundary = isQueryBoundary;
    }

    /// <summary>The scope around a whole statement.</summary>
    public static Scope Empty { get; } = new([], parent: null, isQueryBoundary: false);

    /// <summary>Fields of this scope without its parents, in order.</summary>
    public IReadOnlyList<Field> Fields { get; }

    public IEnumerable<Field> VisibleFields => Fields.Where(candidate => !candidate.IsHidden);

    /// <summary>All fields that can be seen, innermost first.</summary>
    public IEnumerable<Field> AllFields => _parent is null ? Fields : Fields.Concat(_parent.AllFields);

    /// <summary>A scope inside this one, of the same query.</summary>
    public Scope WithFields(IReadOnlyList<Field> fields) => new(fields, this, isQueryBoundary: false);

    /// <summary>The scope of a subquery inside an expression: what it takes from here makes it correlated.</summary>
    public Scope ForSubquery() => new([], this, isQueryBoundary: true);

    public void AddNamedQuery(NamedQueryDefinition query) => _namedQueries[query.Name] = query;

    /// <summary>Whether WITH of this very scope has defined <paramref name="name"/> already.</summary>
    public bool DefinesNamedQuery(string name) => _namedQueries.ContainsKey(name);

    public bool TryFindNamedQuery(string name, [NotNullWhen(true)] out NamedQueryDefinition? query)
    {
        for (var scope = this; scope is not null; scope = scope._parent)
        {
            if (scope._namedQueries.TryGetValue(name, out query))
            {
                return true;
            }
        }

        query = null;
        return false;
    }

    /// <summary>The field that <paramref name="name"/> means; null when there is none or a shorter form of the name is a column (of rows).</summary>
    /// <exception cref="QueryException">AmbiguousName: several fields match.</exception>
    public ResolvedField? Resolve(ColumnName name)
    {
        var isLocal = true;
        for (var scope = this; scope is not null; scope = scope._parent)
        {
            var match = scope.FindOwn(name);
            if (match is not null)
            {
                return new ResolvedField(match, isLocal);
            }

            if (scope.HasOwnPrefix(name.Parts.AsSpan()))
            {
                return null;
            }

            isLocal &= !scope._isQueryBoundary;
        }

        return null;
    }

    /// <summary>Whether a shorter form of <paramref name="name"/> is a column, so that the rest can be fields of a row.</summary>
    public bool IsColumnPrefix(ColumnName name)
    {
        for (var scope = this; scope is not null; scope = scope._parent)
        {
            if (scope.HasOwnPrefix(name.Parts.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fields of the relation <paramref name="parts"/> names, from the innermost scope that has it.</summary>
    public (IReadOnlyList<Field> Fields, bool IsLocal) FindRelation(ValueList<string> parts)
    {
        var isLocal = true;
        for (var scope = this; scope is not null; scope = scope._parent)
        {
            var fields = scope.VisibleFields.Where(field => field.RelationName.Count > 0 && field.HasRelationSuffix(parts.AsSpan())).ToList();
            if (fields.Count > 0)
            {
                return (fields, isLocal);
            }

            isLocal &= !scope._isQueryBoundary;
        }

        return ([], true);
    }

    private Field? FindOwn(ColumnName name)
    {
        Field? found = null;
        foreach (var field in Fields)
        {
            if (!field.Matches(name.Parts.AsSpan()))
            {
                continue;
            }

            if (found is not null)
            {
                throw new QueryException(ErrorCode.AmbiguousName, name.Span, $"Column '{name}' is ambiguous", hint: $"Write the table's name or alias before it, as in t.{name.Parts[^1]}.");
            }

            found = field;
        }

        return found;
    }

    private bool HasOwnPrefix(ReadOnlySpan<string> parts)
    {
        for (var length = parts.Length - 1; length > 0; length--)
        {
            foreach (var field in Fields)
            {
                if (field.Matches(parts[..length]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>A field that a name means, and whether it belongs to the query at hand rather than to one around it.</summary>
internal sealed record ResolvedField(Field Field, bool IsLocal);

/// <summary>A column's name as Trino prints it: lower-case parts joined by dots.</summary>
internal sealed record ColumnName(ValueList<string> Parts, TextSpan Span)
{
    /// <summary>The dotted name that <paramref name="expression"/> is, or null when it is more than names and dots.</summary>
    public static ColumnName? TryFrom(Expression expression)
    {
        var parts = new List<string>();
        var current = expression;
        while (current is Dereference dereference)
        {
            parts.Add(dereference.Field.Value.ToLowerInvariant());
            current = dereference.Base;
        }

        if (current is not Identifier identifier)
        {
            return null;
        }

        parts.Add(identifier.Value.ToLowerInvariant());
        parts.Reverse();
        return new ColumnName(parts.ToValueList(), expression.Span);
    }

    public override string ToString() => string.Join('.', Parts);
}
