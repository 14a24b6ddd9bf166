using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Spoor.Core.Errors;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>Writes trees of DuckDB's SQL: the one place where names and texts are quoted and parentheses set.</summary>
/// <remarks>An operand that is not closed in itself stands in parentheses, always: who reads the text need not know precedences.</remarks>
internal sealed partial class DuckWriter
{
    private const string NativePrefix = "spoor_";

    private readonly StringBuilder _output = new();
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<DuckParameter, DuckExpression> _values = [];
    private readonly Dictionary<DuckParameter, string> _names = [];

    private DuckWriter()
    {
    }

    /// <summary>The query as a statement.</summary>
    public static DuckStatement Write(DuckQuery query)
    {
        var writer = new DuckWriter();
        writer.WriteQuery(query);
        return new DuckStatement(writer._output.ToString(), writer._functions);
    }

    /// <summary>An expression as text, for tests and messages.</summary>
    public static string Write(DuckExpression expression)
    {
        var writer = new DuckWriter();
        writer.WriteExpression(expression);
        return writer._output.ToString();
    }

    /// <summary>A type as text.</summary>
    public static string Write(DuckType type)
    {
        var writer = new DuckWriter();
        writer.WriteType(type);
        return writer._output.ToString();
    }

    /// <summary>A name as it stands in SQL.</summary>
    public static string Name(string name)
    {
        var isPlain = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return isPlain ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private void WriteExpression(DuckExpression expression)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new QueryException(ErrorCode.StackOverflow, null, "statement is too large (stack overflow while planning it)");
        }

        switch (expression)
        {
            case DuckText text:
                WriteText(text.Value);
                break;
            case DuckNumber number:
                _output.Append(number.Digits);
                break;
            case DuckKeyword keyword:
                _output.Append(keyword.Word);
                break;
            case DuckColumn column:
                WriteColumn(column);
                break;
            case DuckParameter parameter:
                WriteParameter(parameter);
                break;
            case DuckApplied applied:
                WriteApplied(applied);
                break;
            case DuckLambda lambda:
                WriteLambda(lambda);
                break;
            case DuckCall call:
                WriteCall(call);
                break;
            case DuckAggregate aggregate:
                WriteAggregate(aggregate);
                break;
            case DuckNamed named:
                WriteName(named.Name);
                _output.Append(" := ");
                WriteExpression(named.Value);
                break;
            case DuckCast cast:
                _output.Append("CAST(");
                WriteExpression(cast.Value);
                _output.Append(" AS ");
                WriteType(cast.Type);
                _output.Append(')');
                break;
            case DuckCase choice:
                WriteCase(choice);
                break;
            default:
                WriteOperator(expression);
                break;
        }
    }

    private void WriteOperator(DuckExpression expression)
    {
        switch (expression)
        {
            case DuckInfix infix:
                WriteSeparated(infix.Operands, $" {infix.Operator} ", WriteOperand);
                break;
            case DuckPrefix prefix:
                _output.Append(prefix.Operator).Append(prefix.Operator == "NOT" ? " " : "");
                WriteOperand(prefix.Operand);
                break;
            case DuckIsNull isNull:
                WriteOperand(isNull.Value);
                _output.Append(isNull.IsNegated ? " IS NOT NULL" : " IS NULL");
                break;
            case DuckBetween between:
                WriteOperand(between.Value);
                _output.Append(" BETWEEN ");
                WriteOperand(between.Min);
                _output.Append(" AND ");
                WriteOperand(between.Max);
                break;
            case DuckIn membership:
                WriteOperand(membership.Value);
                _output.Append(" IN (");
                WriteSeparated(membership.List, ", ", WriteExpression);
                _output.Append(')');
                break;
            case DuckSubquery or DuckExists or DuckComparedToQuery:
                WriteSubquery(expression);
                break;
            default:
                WriteNested(expression);
                break;
        }
    }

    private void WriteNested(DuckExpression expression)
    {
        switch (expression)
        {
            case DuckList list:
                _output.Append('[');
                WriteSeparated(list.Elements, ", ", WriteExpression);
                _output.Append(']');
                break;
            case DuckStruct members:
                _output.Append('{');
                WriteSeparated(members.Members, ", ", member =>
                {
                    WriteText(member.Name);
                    _output.Append(": ");
                    WriteExpression(member.Value);
                });
                _output.Append('}');
                break;
            case DuckField field:
                _output.Append("struct_extract(");
                WriteExpression(field.Struct);
                _output.Append(", ");
                WriteText(field.Name);
                _output.Append(')');
                break;
            case DuckSubscript subscript:
                WriteOperand(subscript.Value);
                _output.Append('[');
                WriteExpression(subscript.Index);
                _output.Append(']');
                break;
            case DuckSlice slice:
                WriteOperand(slice.Value);
                _output.Append('[');
                WriteOperand(slice.From);
                _output.Append(':');
                WriteOperand(slice.To);
                _output.Append(']');
                break;
            default:
                throw new UnreachableException($"No text for {expression.GetType().Name}.");
        }
    }

    /// <summary>In parentheses unless it is closed in itself.</summary>
    private void WriteOperand(DuckExpression expression)
    {
        // A name stands for what it is bound to.
        while (expression is DuckParameter parameter && _values.TryGetValue(parameter, out var value))
        {
            expression = value;
        }

        var isOpen = expression is DuckInfix or DuckPrefix or DuckIsNull or DuckBetween or DuckIn or DuckComparedToQuery or DuckCase or DuckApplied;
        _output.Append(isOpen ? "(" : "");
        WriteExpression(expression);
        _output.Append(isOpen ? ")" : "");
    }

    private void WriteCase(DuckCase choice)
    {
        _output.Append("CASE");
        if (choice.Operand is not null)
        {
            _output.Append(' ');
            WriteOperand(choice.Operand);
        }

        foreach (var when in choice.Whens)
        {
            _output.Append(" WHEN ");
            WriteExpression(when.Condition);
            _output.Append(" THEN ");
            WriteExpression(when.Result);
        }

        if (choice.Default is not null)
        {
            _output.Append(" ELSE ");
            WriteExpression(choice.Default);
        }

        _output.Append(" END");
    }

    private void WriteCall(DuckCall call)
    {
        if (call.Name.StartsWith(NativePrefix, StringComparison.Ordinal))
        {
            _functions.Add(call.Name);
        }

        _output.Append(call.Name).Append('(');
        WriteSeparated(call.Arguments, ", ", WriteExpression);
        _output.Append(')');
    }

    /// <summary>Control characters need no escape in DuckDB except NUL, which has no literal.</summary>
    private void WriteText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            _output.Append('(');
            WriteSeparated(text.Split('\0'), " || chr(0) || ", WriteText);
            _output.Append(')');
            return;
        }

        _output.Append('\'').Append(text).Replace("'", "''", _output.Length - text.Length, text.Length).Append('\'');
    }

    private void WriteColumn(DuckColumn column)
    {
        if (column.Table is not null)
        {
            WriteName(column.Table);
            _output.Append('.');
        }

        WriteName(column.Name);
    }

    private void WriteName(string name) => _output.Append(Name(name));

    private void WriteSeparated<T>(IEnumerable<T> items, string separator, Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            _output.Append(isFirst ? "" : separator);
            isFirst = false;
            write(item);
        }
    }

    private void WriteType(DuckType type)
    {
        switch (type.Kind)
        {
            case PhysicalType.Null:
                _output.Append("\"NULL\"");
                break;
            case PhysicalType.Decimal:
                _output.Append(CultureInfo.InvariantCulture, $"DECIMAL({type.Precision},{type.Scale})");
                break;
            case PhysicalType.List:
                WriteType(type.Parts[0].Type);
                _output.Append("[]");
                break;
            case PhysicalType.Map or PhysicalType.Struct:
                _output.Append(type.Kind == PhysicalType.Map ? "MAP(" : "STRUCT(");
                WriteSeparated(type.Parts, ", ", part =>
                {
                    _output.Append(part.Name.Length == 0 ? "" : $"\"{part.Name}\" ");
                    WriteType(part.Type);
                });
                _output.Append(')');
                break;
            default:
                _output.Append(type.Kind.ToString().ToUpperInvariant());
                break;
        }
    }
}
