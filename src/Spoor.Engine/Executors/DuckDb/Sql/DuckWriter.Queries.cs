using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <content>Queries, and what stands behind FROM.</content>
internal sealed partial class DuckWriter
{
    private void WriteQuery(DuckQuery query)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new QueryException(ErrorCode.StackOverflow, null, "statement is too large (stack overflow while planning it)");
        }

        switch (query)
        {
            case DuckSelect select:
                WriteSelect(select);
                break;
            case DuckSetOperation operation:
                WriteBranch(operation.Left);
                _output.Append(' ').Append(operation.Operator).Append(' ');
                WriteBranch(operation.Right);
                break;
            case DuckWith with:
                _output.Append(with.IsRecursive ? "WITH RECURSIVE " : "WITH ");
                WriteSeparated(with.Queries, ", ", WriteNamedQuery);
                _output.Append(' ');
                WriteQuery(with.Body);
                break;
            default:
                throw new UnreachableException($"No text for {query.GetType().Name}.");
        }
    }

    private void WriteBranch(DuckQuery branch)
    {
        _output.Append(branch is DuckSelect ? "" : "(");
        WriteQuery(branch);
        _output.Append(branch is DuckSelect ? "" : ")");
    }

    private void WriteNamedQuery(DuckNamedQuery query)
    {
        WriteName(query.Name);
        WriteColumnNames(query.Columns);
        _output.Append(query.IsMaterialized switch { true => " AS MATERIALIZED (", false => " AS NOT MATERIALIZED (", null => " AS (" });
        WriteQuery(query.Query);
        _output.Append(')');
    }

    private void WriteSelect(DuckSelect select)
    {
        _output.Append(select.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        if (select.DistinctOn.Count > 0)
        {
            _output.Append("ON (");
            WriteSeparated(select.DistinctOn, ", ", WriteExpression);
            _output.Append(") ");
        }

        WriteSeparated(select.Items, ", ", WriteItem);
        if (select.From is not null)
        {
            _output.Append(" FROM ");
            WriteSource(select.From);
        }

        WriteClause(" WHERE ", select.Where);
        WriteGroupBy(select);
        WriteClause(" QUALIFY ", select.Qualify);
        WriteOrderBy(" ORDER BY ", select.OrderBy);
        _output.Append(select.Limit is { } limit ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {limit}") : "");
        _output.Append(select.Offset > 0 ? string.Create(CultureInfo.InvariantCulture, $" OFFSET {select.Offset}") : "");
    }

    private void WriteItem(DuckSelectItem item)
    {
        WriteExpression(item.Value);
        if (item.Alias is not null && item.Value != new DuckColumn(item.Alias))
        {
            _output.Append(" AS ");
            WriteName(item.Alias);
        }
    }

    private void WriteClause(string word, DuckExpression? condition)
    {
        if (condition is not null)
        {
            _output.Append(word);
            WriteExpression(condition);
        }
    }

    private void WriteGroupBy(DuckSelect select)
    {
        if (select.GroupingSets is [{ Count: > 0 } keys])
        {
            _output.Append(" GROUP BY ");
            WriteSeparated(keys, ", ", WriteExpression);
        }
        else if (select.GroupingSets.Count > 0)
        {
            _output.Append(" GROUP BY GROUPING SETS (");
            WriteSeparated(select.GroupingSets, ", ", set =>
            {
                _output.Append('(');
                WriteSeparated(set, ", ", WriteExpression);
                _output.Append(')');
            });
            _output.Append(')');
        }
    }

    private void WriteOrderBy(string words, ValueList<DuckSortKey> keys)
    {
        if (keys.Count > 0)
        {
            _output.Append(words);
            WriteSeparated(keys, ", ", key =>
            {
                WriteOperand(key.Value);
                _output.Append(key.IsDescending ? " DESC" : " ASC").Append(key.NullsFirst ? " NULLS FIRST" : " NULLS LAST");
            });
        }
    }

    private void WriteSource(DuckSource source)
    {
        switch (source)
        {
            case DuckDerived derived:
                _output.Append(derived.IsLateral ? "LATERAL (" : "(");
                WriteQuery(derived.Query);
                _output.Append(')');
                WriteAlias(derived.Alias, derived.Columns);
                break;
            case DuckTable table:
                WriteName(table.Name);
                break;
            case DuckTableFunction function:
                _output.Append(function.Name).Append('(');
                WriteSeparated(function.Arguments, ", ", WriteExpression);
                _output.Append(')');
                break;
            case DuckValues values:
                _output.Append("(VALUES ");
                WriteSeparated(values.Rows, ", ", row =>
                {
                    _output.Append('(');
                    WriteSeparated(row, ", ", WriteExpression);
                    _output.Append(')');
                });
                _output.Append(')');
                WriteAlias(values.Alias, values.Columns);
                break;
            case DuckJoin join:
                WriteSource(join.Left);
                _output.Append(' ').Append(join.Words).Append(' ');
                WriteSource(join.Right);
                WriteClause(" ON ", join.Condition);
                break;
            case DuckSample sample:
                WriteSource(sample.Source);
                _output.Append(CultureInfo.InvariantCulture, $" TABLESAMPLE {sample.Method}({sample.Percentage} PERCENT)");
                break;
            default:
                throw new UnreachableException($"No text for {source.GetType().Name}.");
        }
    }

    private void WriteAlias(string? alias, IEnumerable<string>? columns)
    {
        if (alias is not null)
        {
            _output.Append(" AS ");
            WriteName(alias);
            WriteColumnNames(columns ?? []);
        }
    }

    private void WriteColumnNames(IEnumerable<string> columns)
    {
        if (columns.Any())
        {
            _output.Append('(');
            WriteSeparated(columns, ", ", WriteName);
            _output.Append(')');
        }
    }

    private void WriteSubquery(DuckExpression expression)
    {
        switch (expression)
        {
            case DuckExists exists:
                _output.Append("EXISTS ");
                WriteParenthesized(exists.Query);
                break;
            case DuckComparedToQuery compared:
                WriteOperand(compared.Value);
                _output.Append(' ').Append(compared.Words).Append(' ');
                WriteParenthesized(compared.Query);
                break;
            case DuckSubquery subquery:
                WriteParenthesized(subquery.Query);
                break;
            default:
                throw new UnreachableException($"No text for {expression.GetType().Name}.");
        }
    }

    private void WriteParenthesized(DuckQuery query)
    {
        _output.Append('(');
        WriteQuery(query);
        _output.Append(')');
    }

    private void WriteAggregate(DuckAggregate call)
    {
        _output.Append(call.Name).Append(call.IsDistinct ? "(DISTINCT " : "(");
        WriteSeparated(call.Arguments, ", ", WriteExpression);
        WriteOrderBy(" ORDER BY ", call.OrderBy ?? []);
        _output.Append(call.IgnoreNulls ? " IGNORE NULLS)" : ")");
        if (call.Filter is not null)
        {
            WriteClause(" FILTER (WHERE ", call.Filter);
            _output.Append(')');
        }

        if (call.Over is { } window)
        {
            _output.Append(" OVER (");
            if (window.PartitionBy.Count > 0)
            {
                _output.Append("PARTITION BY ");
                WriteSeparated(window.PartitionBy, ", ", WriteExpression);
                _output.Append(' ');
            }

            WriteOrderBy("ORDER BY ", window.OrderBy);
            WriteFrame(window.Frame);
            _output.Append(')');
        }
    }

    private void WriteFrame(DuckFrame? frame)
    {
        if (frame is null)
        {
            return;
        }

        _output.Append(' ').Append(frame.Unit).Append(" BETWEEN ");
        WriteBound(frame.Start);
        _output.Append(" AND ");
        WriteBound(frame.End);
    }

    private void WriteBound(DuckFrameBound bound)
    {
        if (bound.Distance is not null)
        {
            WriteOperand(bound.Distance);
            _output.Append(' ');
        }

        _output.Append(bound.Words);
    }
}
