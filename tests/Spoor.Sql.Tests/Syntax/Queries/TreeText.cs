using System.Collections;
using System.Reflection;
using System.Text;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Tests.Syntax.Queries;

/// <summary>A tree as text with everything but places, to compare trees by.</summary>
internal static class TreeText
{
    internal static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string characters:
                text.Append('"').Append(characters).Append('"');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Append(text, item);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case Node or TypeArgument or ListaggOverflow:
                AppendRecord(text, value);
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void AppendRecord(StringBuilder text, object record)
    {
        text.Append(record.GetType().Name).Append('(');
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // A place says nothing about meaning; a view's text is the query as it was written, and Last is derived.
            if (property.PropertyType != typeof(TextSpan) && property.Name is not (nameof(CreateView.QueryText) or nameof(QualifiedName.Last)))
            {
                text.Append(property.Name).Append(": ");
                Append(text, property.GetValue(record));
                text.Append(", ");
            }
        }

        text.Append(')');
    }
}
