using System.Collections;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Conformance.Published;

/// <summary>Walks a syntax tree by reflection: slow, and right for every kind of node.</summary>
internal static class SyntaxWalk
{
    /// <summary>The node and everything below it.</summary>
    public static IEnumerable<Node> Descendants(Node node)
    {
        yield return node;
        foreach (var property in node.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            foreach (var child in Nodes(property.GetValue(node)).SelectMany(Descendants))
            {
                yield return child;
            }
        }
    }

    /// <summary>Tables that the statement reads: references that are no named query of its WITH.</summary>
    public static IReadOnlyList<QualifiedName> TablesRead(Node statement)
    {
        var nodes = Descendants(statement).ToList();
        var named = nodes.OfType<NamedQuery>().Select(query => query.Name.Value.ToLowerInvariant()).ToHashSet();
        return
        [
            .. nodes.OfType<TableReference>()
                .Select(reference => reference.Name)
                .Where(name => name.Parts.Count > 1 || !named.Contains(name.Last))
                .DistinctBy(name => name.ToString().ToLowerInvariant()),
        ];
    }

    private static IEnumerable<Node> Nodes(object? value) => value switch
    {
        Node node => [node],
        string => [],
        IEnumerable list => list.Cast<object?>().SelectMany(Nodes),
        _ => [],
    };
}
