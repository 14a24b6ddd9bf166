using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Planning;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Analysis;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Statements.Views;

/// <summary><c>CREATE [OR REPLACE] VIEW</c>; sentences are Trino's.</summary>
/// <remarks>DEVIATION: tables without a database are looked up in the view's own one, not in that of the session which makes the view.</remarks>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/sql/analyzer/StatementAnalyzer.java">visitCreateView</seealso>
internal static class CreateViewStatement
{
    public static async Task<QueryResult> RunAsync(CreateView statement, StatementContext context, CancellationToken cancellationToken)
    {
        var name = Names.OfTable(statement.Name, context);
        var view = new Table(name, await AnalyzeColumnsAsync(statement, name, context, cancellationToken), [], Storage: null, [], statement.Comment, context.Now, statement.QueryText);
        return await CatalogChange.MakeAsync(async () => await context.Catalog.FindTableAsync(name, cancellationToken) switch
        {
            null => await context.Catalog.TryCreateTableAsync(view, cancellationToken),
            { Value.ViewText: null } => throw new QueryException(ErrorCode.TableAlreadyExists, statement.Span, $"Table already exists: '{name}'", "A view and a table cannot have the same name."),
            { } replaced when statement.OrReplace => await context.Catalog.TryAlterTableAsync(replaced, view, cancellationToken),
            _ => throw new QueryException(ErrorCode.TableAlreadyExists, statement.Span, $"View already exists: '{name}'", "CREATE OR REPLACE VIEW changes it."),
        });
    }

    private static async Task<ValueList<Column>> AnalyzeColumnsAsync(CreateView statement, TableName name, StatementContext context, CancellationToken cancellationToken)
    {
        var tables = await CatalogSnapshot.TakeAsync(statement.Query, name.Catalog, name.Database, context.Catalog, new StoredTables(), cancellationToken);
        var query = QueryAnalyzer.Analyze(statement.Query, new AnalysisContext(tables, name.Catalog, name.Database, context.Now) { ReplacedView = statement.OrReplace ? name : null });
        var names = new HashSet<string>(StringComparer.Ordinal);
        return query.ColumnNames.Select((columnName, index) => ToColumn(columnName.ToLowerInvariant(), index)).ToValueList();

        Column ToColumn(string columnName, int index)
        {
            // The analyzer gives such names to columns without one.
            if (columnName == $"_col{index}")
            {
                throw new QueryException(ErrorCode.MissingColumnName, statement.Span, $"Column name not specified at position {index + 1}", "Name it: expression AS name.");
            }

            return names.Add(columnName)
                ? new Column(columnName, query.Relation.Output[index].Type, Comment: null)
                : throw new QueryException(ErrorCode.DuplicateColumnName, statement.Span, $"Column name '{columnName}' specified more than once");
        }
    }
}
