using System.Diagnostics;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Sql.Analysis;

internal sealed partial class SelectAnalyzer
{
    private List<OutputColumn> AnalyzeItem(SelectItem item, Scope scope, ExpressionAnalyzer expressions) => item switch
    {
        SingleColumn column => [AnalyzeColumn(column, expressions)],
        AllColumns { Target: null } all => ExpandAll(all, scope),
        AllColumns all => ExpandTarget(all, all.Target, scope, expressions),
        _ => throw new UnreachableException($"No analysis for {item.GetType().Name}."),
    };

    private OutputColumn AnalyzeColumn(SingleColumn node, ExpressionAnalyzer expressions)
    {
        var value = expressions.Analyze(node.Expression);
        if (_node.IsDistinct && !value.Type.IsComparable)
        {
            throw new QueryException(
                ErrorCode.TypeMismatch,
                _node.Span,
                $"DISTINCT can only be applied to comparable types (actual: {value.Type}): {ExpressionFormatter.Format(node.Expression)}");
        }

        var name = node.Alias?.Value ?? NameOf(node.Expression);
        return new OutputColumn(State.NewSymbol(name, value.Type), value, name, node.Expression, Star: null, Place.Of(node.Expression));
    }

    /// <summary>The last part of a dotted name, as written.</summary>
    private static string? NameOf(Expression expression) => expression switch
    {
        Identifier identifier => identifier.Value,
        Dereference dereference when ColumnName.TryFrom(dereference) is not null => dereference.Field.Value,
        _ => null,
    };

    private List<OutputColumn> ExpandAll(AllColumns node, Scope scope)
    {
        if (node.Aliases.Count > 0)
        {
            throw new QueryException(ErrorCode.NotSupported, node.Span, "Column aliases not supported");
        }

        var fields = scope.VisibleFields.ToList();
        if (fields.Count == 0)
        {
            var message = _node.From is null ? "SELECT * not allowed in queries without FROM clause" : "SELECT * not allowed from relation that has no columns";
            throw new QueryException(ErrorCode.ColumnNotFound, node.Span, message);
        }

        return Expand(node, fields);
    }

    private List<OutputColumn> ExpandTarget(AllColumns node, Expression target, Scope scope, ExpressionAnalyzer expressions)
    {
        if (ColumnName.TryFrom(target) is { } name)
        {
            var (fields, isLocal) = scope.FindRelation(name.Parts);
            if (fields.Count > 0)
            {
                return isLocal || fields.All(field => field.Name is not null)
                    ? Expand(node, fields)
                    : throw new QueryException(ErrorCode.NotSupported, _node.Span, "SELECT * from outer scope table not supported with anonymous columns");
            }

            if (scope.Resolve(name) is null && !scope.IsColumnPrefix(name))
            {
                throw new QueryException(ErrorCode.TableNotFound, node.Span, $"Unable to resolve reference {name}");
            }
        }

        return ExpandRow(node, expressions.Analyze(target));
    }

    private List<OutputColumn> Expand(AllColumns node, IReadOnlyList<Field> fields)
    {
        CheckAliases(node, fields.Count);
        return fields.Select((field, index) => StarColumn(node, new BoundColumn(field.Symbol, node.Span), AliasOr(node, index, field.Name), field)).ToList();
    }

    private List<OutputColumn> ExpandRow(AllColumns node, BoundExpression value)
    {
        if (value.Type is not RowType row)
        {
            throw new QueryException(ErrorCode.TypeMismatch, _node.Span, "expected expression of type Row");
        }

        CheckAliases(node, row.Fields.Count);
        return row.Fields
            .Select((field, index) => StarColumn(node, new BoundFieldAccess(value, index, field.Type, node.Span), AliasOr(node, index, field.Name), field: null))
            .ToList();
    }

    private OutputColumn StarColumn(AllColumns node, BoundExpression value, string? name, Field? field)
    {
        if (_node.IsDistinct && !value.Type.IsComparable)
        {
            throw new QueryException(ErrorCode.TypeMismatch, _node.Span, $"DISTINCT can only be applied to comparable types (actual: {value.Type})");
        }

        return new OutputColumn(State.NewSymbol(name, value.Type), value, name, node.Target, field, node.Span);
    }

    private static void CheckAliases(AllColumns node, int columnCount)
    {
        if (node.Aliases.Count > 0)
        {
            RelationAnalyzer.CheckAliasCount(node.Aliases, columnCount);
        }
    }

    private static string? AliasOr(AllColumns node, int index, string? name) => node.Aliases.Count > 0 ? node.Aliases[index].Value : name;
}
