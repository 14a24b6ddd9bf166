using System.Diagnostics;
using System.Text;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <summary>Syntax tree to text: one canonical form, on one line, that parses back to the same tree but for places.</summary>
/// <remarks>Statements of Hive DDL come out in Hive's spelling, all else in Trino's. Parentheses stand only where the tree needs them.</remarks>
public sealed partial class SqlPrinter
{
    private readonly StringBuilder _text = new();
    private readonly Dialect _dialect;

    private SqlPrinter(Dialect dialect) => _dialect = dialect;

    /// <summary>The text of any node.</summary>
    /// <exception cref="QueryException">StackOverflow: the tree is too deep.</exception>
    public static string Print(Node node)
    {
        var printer = new SqlPrinter(DialectOf(node));
        printer.Append(node);
        return printer._text.ToString();
    }

    private static Dialect DialectOf(Node node) => node switch
    {
        QueryStatement or Explain or Prepare or Execute or Deallocate or Use or Insert or Unload or CreateView or DropView or CreateTableAsSelect => Dialect.Trino,
        Statement or StringProperty or ColumnDefinition or PartitionTransform or Clustering or RowFormat or StorageFormat => Dialect.Hive,
        PartitionValue or PartitionSpecification => Dialect.Hive,
        _ => Dialect.Trino,
    };

    private void Append(Node node)
    {
        switch (node)
        {
            case Expression expression:
                AppendExpression(expression);
                break;
            case Statement statement:
                AppendStatement(statement);
                break;
            case Relation relation:
                AppendRelation(relation);
                break;
            case QueryBody body:
                AppendQueryBody(body);
                break;
            case TypeName type:
                AppendType(type);
                break;
            default:
                AppendPart(node);
                break;
        }
    }

    private void AppendPart(Node node)
    {
        switch (node)
        {
            case QualifiedName name:
                AppendName(name);
                break;
            case Query query:
                AppendQuery(query);
                break;
            case WhenClause clause:
                AppendWhen(clause);
                break;
            case ExplainOption option:
                Append($"{option.Name} {option.Value}");
                break;
            case ExpressionProperty property:
                AppendProperty(property);
                break;
            case RowFieldTypeName field:
                AppendField(field);
                break;
            case Window or NamedWindow or WindowFrame or FrameBound:
                AppendWindowPart(node);
                break;
            case With or NamedQuery or SelectItem or GroupBy or GroupingElement or SortItem or Limit or JoinCriteria:
                AppendQueryPart(node);
                break;
            default:
                AppendHivePart(node);
                break;
        }
    }

    private static UnreachableException Unknown(object node) => new($"No printer for {node.GetType().Name}.");

    private void Append(string text) => _text.Append(text);

    private void AppendName(Identifier name) => _text.Append(SqlQuoting.Name(name, _dialect));

    private void AppendName(QualifiedName name) => AppendList(name.Parts, AppendName, ".");

    private void AppendText(string value) => _text.Append(SqlQuoting.Text(value, _dialect));

    private void AppendList<T>(IReadOnlyList<T> items, Action<T> append, string separator = ", ")
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                _text.Append(separator);
            }

            append(items[i]);
        }
    }

    private void AppendParenthesized<T>(IReadOnlyList<T> items, Action<T> append)
    {
        _text.Append('(');
        AppendList(items, append);
        _text.Append(')');
    }

    private void AppendOptionalText(string keyword, string? value)
    {
        if (value is not null)
        {
            _text.Append(' ').Append(keyword).Append(' ');
            AppendText(value);
        }
    }
}
