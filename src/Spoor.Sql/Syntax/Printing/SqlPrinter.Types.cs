using System.Globalization;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <content>Types, in the spelling of the printer's dialect.</content>
public sealed partial class SqlPrinter
{
    private void AppendType(TypeName type)
    {
        StackGuard.Check();
        switch (type)
        {
            case NamedTypeName named:
                AppendNamedType(named);
                break;
            case RowTypeName row:
                Append(_dialect == Dialect.Hive ? "STRUCT<" : "ROW(");
                AppendList(row.Fields, AppendField);
                Append(_dialect == Dialect.Hive ? ">" : ")");
                break;
            case DateTimeTypeName dateTime:
                Append(dateTime.IsTimestamp ? "TIMESTAMP" : "TIME");
                Append(dateTime.Precision is { } precision ? string.Create(CultureInfo.InvariantCulture, $"({precision})") : "");
                Append(dateTime.WithTimeZone ? " WITH TIME ZONE" : "");
                break;
            case IntervalTypeName interval:
                Append($"INTERVAL {interval.Start.ToString().ToUpperInvariant()} TO {interval.End.ToString().ToUpperInvariant()}");
                break;
            default:
                throw Unknown(type);
        }
    }

    private void AppendNamedType(NamedTypeName type)
    {
        var isDoublePrecision = type.Name.Equals("double precision", StringComparison.OrdinalIgnoreCase);
        Append(isDoublePrecision ? type.Name : SqlQuoting.TypeName(type.Name, _dialect));
        if (type.Arguments.Count == 0)
        {
            return;
        }

        var isCollection = _dialect == Dialect.Hive && type.Arguments[0].Type is not null;
        Append(isCollection ? "<" : "(");
        AppendList(type.Arguments, AppendTypeArgument);
        Append(isCollection ? ">" : ")");
    }

    private void AppendTypeArgument(TypeArgument argument)
    {
        if (argument.Type is { } type)
        {
            AppendType(type);
        }
        else
        {
            Append(string.Create(CultureInfo.InvariantCulture, $"{argument.Number}"));
        }
    }

    private void AppendField(RowFieldTypeName field)
    {
        if (field.Name is { } name)
        {
            Append(_dialect == Dialect.Hive ? $"{SqlQuoting.StructField(name)}: " : $"{SqlQuoting.Name(name, Dialect.Trino)} ");
        }

        AppendType(field.Type);
        if (_dialect == Dialect.Hive)
        {
            AppendOptionalText("COMMENT", field.Comment);
        }
    }
}
