using System.Collections.Immutable;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

/// <summary>The tables that a query names: what has to be known before it is analyzed.</summary>
public static class QueryTables
{
    private static readonly ImmutableHashSet<string> s_none = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of tables and views in FROM and TABLE as written, also in subqueries, in order of the text; a name may come several times. Views are not followed.</summary>
    /// <remarks>
    /// A name that means a query of a WITH is none of them. The name of a recursive query, inside itself, is: whether it means the query or a table depends on
    /// the query's shape.
    /// </remarks>
    public static ValueList<QualifiedName> In(Query query)
    {
        var names = new List<QualifiedName>();
        Collect(query, s_none, names);
        return names.ToValueList();
    }

    /// <summary>The last part of each name of <see cref="In"/>; the set ignores case, as names do.</summary>
    /// <exception cref="QueryException">The text is no query.</exception>
    public static IReadOnlySet<string> NamedIn(string sql) =>
        In(SqlParser.ParseQuery(sql)).Select(name => name.Last).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static void Collect(Query query, ImmutableHashSet<string> namedQueries, List<QualifiedName> names)
    {
        StackGuard.Check();
        foreach (var named in query.With?.Queries ?? [])
        {
            Collect(named.Query, namedQueries, names);
            namedQueries = namedQueries.Add(named.Name.Value);
        }

        var own = query with { With = null };
        foreach (var node in SyntaxTree.SelfAndDescendants(own, intoSubqueries: false))
        {
            if (node is Query subquery && !ReferenceEquals(subquery, own))
            {
                Collect(subquery, namedQueries, names);
            }
            else if (NameOf(node) is { } name && (name.Parts.Count > 1 || !namedQueries.Contains(name.Parts[0].Value)))
            {
                names.Add(name);
            }
        }
    }

    private static QualifiedName? NameOf(Node node) => node switch
    {
        TableReference table => table.Name,
        TableBody table => table.Name,
        _ => null,
    };
}
