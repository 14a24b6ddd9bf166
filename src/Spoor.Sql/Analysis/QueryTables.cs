using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

/// <summary>The tables that a query names.</summary>
public static class QueryTables
{
    /// <summary>The last part of each name in FROM and TABLE, also in subqueries; the set ignores case, as names do. Names of WITH are among them.</summary>
    /// <exception cref="QueryException">The text is no query.</exception>
    public static IReadOnlySet<string> NamedIn(string sql) => SyntaxTree.SelfAndDescendants(SqlParser.ParseQuery(sql), intoSubqueries: true)
        .Select(node => node switch
        {
            TableReference table => table.Name,
            TableBody table => table.Name,
            _ => null,
        })
        .OfType<QualifiedName>()
        .Select(name => name.Parts[^1].Value)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
