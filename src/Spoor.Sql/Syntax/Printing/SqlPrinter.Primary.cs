using System.Globalization;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <content>Primary expressions.</content>
public sealed partial class SqlPrinter
{
    private void AppendPrimary(Expression expression)
    {
        switch (expression)
        {
            case Identifier name:
                AppendName(name);
                break;
            case Dereference dereference:
                AppendPrimaryOperand(dereference.Base);
                Append(".");
                AppendName(dereference.Field);
                break;
            case Subscript subscript:
                AppendPrimaryOperand(subscript.Base);
                Append("[");
                AppendValue(subscript.Index);
                Append("]");
                break;
            case FunctionCall call:
                AppendCall(call);
                break;
            case Lambda lambda:
                AppendLambda(lambda);
                break;
            case ScalarSubquery subquery:
                AppendParenthesizedQuery(subquery.Query);
                break;
            case ExistsPredicate exists:
                Append("EXISTS ");
                AppendParenthesizedQuery(exists.Query);
                break;
            case SimpleCase or SearchedCase:
                AppendCase(expression);
                break;
            case Cast or Extract or Trim or Normalize or CurrentValue or ArrayConstructor or RowConstructor or Grouping:
                AppendSpecialForm(expression);
                break;
            default:
                AppendLiteral(expression);
                break;
        }
    }

    // In "1.a" and "1[1]" the number would be read on; a lambda, too, needs its parentheses here.
    private void AppendPrimaryOperand(Expression operand) =>
        AppendOperand(operand, operand is IntegerLiteral or DecimalLiteral or DoubleLiteral ? PrimaryLevel + 1 : PrimaryLevel);

    private void AppendLambda(Lambda lambda)
    {
        AppendParenthesized(lambda.Parameters, AppendName);
        Append(" -> ");
        AppendExpression(lambda.Body);
    }

    private void AppendCase(Expression expression)
    {
        Append("CASE");
        var (operand, whens, otherwise) = expression switch
        {
            SimpleCase simple => (simple.Operand, simple.Whens, simple.Default),
            SearchedCase searched => (null, searched.Whens, searched.Default),
            _ => throw Unknown(expression),
        };
        if (operand is not null)
        {
            Append(" ");
            AppendExpression(operand);
        }

        foreach (var clause in whens)
        {
            Append(" ");
            AppendWhen(clause);
        }

        if (otherwise is not null)
        {
            Append(" ELSE ");
            AppendExpression(otherwise);
        }

        Append(" END");
    }

    private void AppendWhen(WhenClause clause)
    {
        Append("WHEN ");
        AppendExpression(clause.Operand);
        Append(" THEN ");
        AppendExpression(clause.Result);
    }

    private void AppendSpecialForm(Expression expression)
    {
        switch (expression)
        {
            case Cast cast:
                Append(cast.IsTry ? "TRY_CAST(" : "CAST(");
                AppendExpression(cast.Value);
                Append(" AS ");
                AppendType(cast.Type);
                Append(")");
                break;
            case Extract extract:
                Append($"EXTRACT({SqlQuoting.Name(new Identifier(extract.Field, false, default), Dialect.Trino)} FROM ");
                AppendValue(extract.Value);
                Append(")");
                break;
            case Trim trim:
                AppendTrim(trim);
                break;
            case Normalize normalize:
                Append("NORMALIZE(");
                AppendValue(normalize.Value);
                Append($", {normalize.Form})");
                break;
            case CurrentValue current:
                Append(current.Name.ToUpperInvariant());
                Append(current.Precision is { } precision ? string.Create(CultureInfo.InvariantCulture, $"({precision})") : "");
                break;
            case ArrayConstructor array:
                Append("ARRAY[");
                AppendList(array.Values, AppendExpression);
                Append("]");
                break;
            case RowConstructor row:
                Append("ROW");
                AppendParenthesized(row.Values, AppendExpression);
                break;
            case Grouping grouping:
                Append("GROUPING");
                AppendParenthesized(grouping.Columns, AppendExpression);
                break;
            default:
                throw Unknown(expression);
        }
    }

    private void AppendTrim(Trim trim)
    {
        Append($"TRIM({trim.Side.ToString().ToUpperInvariant()} ");
        if (trim.Characters is { } characters)
        {
            AppendValue(characters);
            Append(" ");
        }

        Append("FROM ");
        AppendValue(trim.Source);
        Append(")");
    }

    private void AppendLiteral(Expression expression)
    {
        switch (expression)
        {
            case NullLiteral:
                Append("NULL");
                break;
            case BooleanLiteral boolean:
                Append(boolean.Value ? "TRUE" : "FALSE");
                break;
            case IntegerLiteral integer:
                Append(integer.Text);
                break;
            case DecimalLiteral number:
                Append(number.Text);
                break;
            case DoubleLiteral number:
                Append(number.Text);
                break;
            case StringLiteral text:
                AppendText(text.Value);
                break;
            case BinaryLiteral binary:
                Append($"X'{Convert.ToHexString(binary.Value.AsSpan())}'");
                break;
            case TypedLiteral typed:
                AppendType(typed.Type);
                Append(" ");
                AppendText(typed.Value);
                break;
            case IntervalLiteral interval:
                AppendInterval(interval);
                break;
            case Parameter:
                Append("?");
                break;
            default:
                throw Unknown(expression);
        }
    }

    private void AppendInterval(IntervalLiteral interval)
    {
        Append(interval.IsNegative ? "INTERVAL -" : "INTERVAL ");
        AppendText(interval.Value);
        Append($" {interval.StartField.ToString().ToUpperInvariant()}");
        Append(interval.EndField is { } end ? $" TO {end.ToString().ToUpperInvariant()}" : "");
    }

    private void AppendCall(FunctionCall call)
    {
        var isListagg = IsListagg(call);
        if (isListagg)
        {
            // The one reserved word that is a call; in quotes it would be another function.
            Append(call.Name.ToString());
        }
        else
        {
            AppendName(call.Name);
        }

        Append("(");
        Append(call.IsDistinct ? "DISTINCT " : "");
        Append(call.IsStar ? "*" : "");
        AppendList(call.Arguments, AppendExpression);
        AppendOverflow(call.Overflow);
        if (isListagg)
        {
            Append(") WITHIN GROUP (");
            AppendOrderBy(call.OrderBy, "");
        }
        else
        {
            AppendOrderBy(call.OrderBy, call.Arguments.Count > 0 ? " " : "");
        }

        Append(")");
        AppendCallTail(call);
    }

    private static bool IsListagg(FunctionCall call) =>
        call.Name.Parts is [{ IsDelimited: false } name] && name.Value.Equals("listagg", StringComparison.OrdinalIgnoreCase);

    private void AppendOverflow(ListaggOverflow? overflow)
    {
        if (overflow is null)
        {
            return;
        }

        Append(overflow.IsTruncate ? " ON OVERFLOW TRUNCATE" : " ON OVERFLOW ERROR");
        if (overflow.IsTruncate)
        {
            if (overflow.Filler is { } filler)
            {
                Append(" ");
                AppendText(filler);
            }

            Append(overflow.WithCount ? " WITH COUNT" : " WITHOUT COUNT");
        }
    }

    private void AppendCallTail(FunctionCall call)
    {
        if (call.Filter is { } filter)
        {
            Append(" FILTER (WHERE ");
            AppendExpression(filter);
            Append(")");
        }

        Append(call.NullTreatment switch
        {
            null => "",
            NullTreatment.Ignore => " IGNORE NULLS",
            _ => " RESPECT NULLS",
        });
        if (call.Window is { } window)
        {
            Append(" OVER ");
            AppendWindowPart(window);
        }
    }
}
