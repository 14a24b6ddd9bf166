using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Sql.Analysis;

internal sealed partial class RelationAnalyzer
{
    /// <summary>A view's query in place of its name; it sees nothing of the statement that uses it.</summary>
    private AnalyzedRelation AnalyzeView(TableSchema view, string text, QualifiedName node)
    {
        if (view.Name == State.Context.ReplacedView)
        {
            throw new QueryException(ErrorCode.ViewIsRecursive, node.Span, "Statement would create a recursive view", "The view would read itself: name it otherwise, or write its old query instead of its name.");
        }

        if (State.OpenViews.Contains(view.Name))
        {
            throw new QueryException(ErrorCode.ViewIsRecursive, node.Span, "View is recursive");
        }

        State.OpenViews.Push(view.Name);
        AnalyzedRelation relation;
        try
        {
            var analyzer = new RelationAnalyzer(State, view.Name.Catalog, view.Name.Database);
            relation = analyzer.AnalyzeQuery(ParseView(view, text, node), Scope.Empty);
        }
        catch (QueryException error) when (error.Code is not (ErrorCode.InvalidView or ErrorCode.StackOverflow))
        {
            throw new QueryException(ErrorCode.InvalidView, node.Span, $"Failed analyzing stored view '{TrinoName(view.Name)}': {error.MessageWithPlace}", error.Hint, error);
        }
        finally
        {
            State.OpenViews.Pop();
        }

        return AsDeclared(relation, view, node);
    }

    private static Query ParseView(TableSchema view, string text, QualifiedName node)
    {
        try
        {
            return SqlParser.ParseQuery(text);
        }
        catch (QueryException error)
        {
            throw new QueryException(ErrorCode.InvalidView, node.Span, $"Failed parsing stored view '{TrinoName(view.Name)}': {error.MessageWithPlace}", error.Hint, error);
        }
    }

    /// <summary>The view's columns with the names and types that it was created with.</summary>
    private AnalyzedRelation AsDeclared(AnalyzedRelation relation, TableSchema view, QualifiedName node)
    {
        var declared = view.Columns.Where(column => !column.IsHidden).ToList();
        if (FindStaleness(relation.Fields, declared) is { } reason)
        {
            throw new QueryException(
                ErrorCode.ViewIsStale,
                node.Span,
                $"View '{TrinoName(view.Name)}' is stale or in invalid state: {reason}",
                hint: "Run CREATE OR REPLACE VIEW with the view's query again.");
        }

        ValueList<string> relationName = [view.Name.Catalog, view.Name.Database, view.Name.Table];
        var coerced = CoerceOutput(relation, declared.Select(column => column.Type).ToList(), State);
        return coerced with
        {
            Fields = coerced.Fields.Select((field, index) => field with { Name = declared[index].Name, RelationName = relationName }).ToList(),
        };
    }

    private static string? FindStaleness(IReadOnlyList<Field> fields, List<TableColumn> declared)
    {
        if (declared.Count != fields.Count)
        {
            return $"stored view column count ({declared.Count}) does not match column count derived from the view query analysis ({fields.Count})";
        }

        for (var i = 0; i < fields.Count; i++)
        {
            var (field, column) = (fields[i], declared[i]);
            if (!TypeCoercion.CanCoerce(field.Type, column.Type) && !field.Type.Equals(column.Type))
            {
                return $"column [{field.Name}] of type {field.Type} projected from query view at position {i} cannot be coerced to column [{column.Name}] of type {column.Type} stored in view definition";
            }
        }

        return null;
    }
}
