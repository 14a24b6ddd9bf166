using System.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Tests.Logs;

/// <summary>What a statement says: its nodes and their values in the order of the text, without their places.</summary>
internal static class SyntaxShape
{
    /// <summary>The nodes' types, names and literals; text literals by themselves, so that one can be told from all else.</summary>
    public static List<object> Of(SqlFragment sql) => [.. Of((object)SqlParser.ParseQuery(sql.ToString()))];

    /// <summary>The same, with another text in the place of a literal.</summary>
    public static List<object> With(this List<object> shape, string literal, string text) =>
        shape.ConvertAll(part => part is TextLiteral { Text: var told } && told == literal ? new TextLiteral(text) : part);

    private static IEnumerable<object> Of(object? value)
    {
        switch (value)
        {
            case null or TextSpan:
                return [];
            case StringLiteral literal:
                return [new TextLiteral(literal.Value)];
            case string or Enum or ValueType:
                return [value];
            case IEnumerable list:
                return list.Cast<object?>().SelectMany(Of);
            default:
                var members = value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract" && property.GetSetMethod() is not null);
                return members.SelectMany(member => Of(member.GetValue(value))).Prepend(value.GetType().Name);
        }
    }

    private sealed record TextLiteral(string Text);
}
