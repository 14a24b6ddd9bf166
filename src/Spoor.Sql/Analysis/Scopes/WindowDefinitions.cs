using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>The windows that a query's WINDOW clause names.</summary>
internal sealed class WindowDefinitions
{
    private readonly Dictionary<string, ResolvedWindow> _byName = new(StringComparer.Ordinal);

    /// <summary>Adds a named window; an earlier one may be its base.</summary>
    public void Add(NamedWindow window)
    {
        if (_byName.ContainsKey(Key(window.Name)))
        {
            throw new QueryException(ErrorCode.DuplicateWindowName, window.Span, $"WINDOW name '{ExpressionFormatter.Format(window.Name)}' specified more than once");
        }

        _byName.Add(Key(window.Name), Resolve(window.Specification));
    }

    /// <summary>What OVER means once names are replaced.</summary>
    public ResolvedWindow Resolve(Window window) => window switch
    {
        WindowReference reference => Find(reference.Name),
        WindowSpecification { ExistingName: { } name } specification => Extend(Find(name), specification),
        WindowSpecification specification => new ResolvedWindow(specification.PartitionBy, specification.OrderBy, specification.OrderBySpan, specification.Frame),
        _ => throw new System.Diagnostics.UnreachableException($"No window for {window.GetType().Name}."),
    };

    private static ResolvedWindow Extend(ResolvedWindow existing, WindowSpecification specification)
    {
        if (specification.PartitionBy.Count > 0)
        {
            throw new QueryException(ErrorCode.InvalidPartitionBy, Place.Of(specification.PartitionBy[0]), "WINDOW specification with named WINDOW reference cannot specify PARTITION BY");
        }

        if (specification.OrderBy.Count > 0 && existing.OrderBy.Count > 0)
        {
            throw new QueryException(ErrorCode.InvalidOrderBy, specification.OrderBySpan, "Cannot specify ORDER BY if referenced named WINDOW specifies ORDER BY");
        }

        if (existing.Frame is not null)
        {
            throw new QueryException(ErrorCode.InvalidWindowReference, specification.ExistingName?.Span, "Cannot reference named WINDOW containing frame specification");
        }

        return specification.OrderBy.Count > 0
            ? new ResolvedWindow(existing.PartitionBy, specification.OrderBy, specification.OrderBySpan, specification.Frame)
            : existing with { Frame = specification.Frame };
    }

    private ResolvedWindow Find(Identifier name)
    {
        if (_byName.TryGetValue(Key(name), out var window))
        {
            return window;
        }

        var hint = NearestName.Find(name.Value, _byName.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : null;
        throw new QueryException(ErrorCode.InvalidWindowReference, name.Span, $"Cannot resolve WINDOW name {ExpressionFormatter.Format(name)}", hint);
    }

    /// <summary>Window names compare as in the standard, unlike columns: unquoted ones as upper-case text.</summary>
    private static string Key(Identifier name) => name.IsDelimited ? name.Value : name.Value.ToUpperInvariant();
}

/// <summary>A window specification without names in it.</summary>
internal sealed record ResolvedWindow(ValueList<Expression> PartitionBy, ValueList<SortItem> OrderBy, TextSpan OrderBySpan, WindowFrame? Frame);
