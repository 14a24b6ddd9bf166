using Spoor.Core.Collections;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>ALTER TABLE ... CHANGE [COLUMN] old new type [FIRST|AFTER column]</c>.</summary>
internal static class ChangeColumnStatement
{
    public static async Task<QueryResult> RunAsync(ChangeColumn statement, StatementContext context, CancellationToken cancellationToken) => await CatalogChange.MakeAsync(async () =>
    {
        var current = await Names.RequireTableAsync(statement.Table, context, cancellationToken);
        var table = current.Value;
        var columns = table.Columns.ToList();
        var position = ColumnPositions.Require(table, statement.OldName);
        columns.RemoveAt(position);
        var changed = ColumnDefinitions.ToColumns([statement.New], columns.Concat(table.PartitionKeys))[0];
        if (statement.IsFirst)
        {
            position = 0;
        }
        else if (statement.After is { } after)
        {
            position = ColumnPositions.Require(table with { Columns = columns.ToValueList() }, after) + 1;
        }

        columns.Insert(position, statement.New.Comment is null ? changed with { Comment = table.Columns[ColumnPositions.Require(table, statement.OldName)].Comment } : changed);
        return await context.Catalog.TryAlterTableAsync(current, table with { Columns = columns.ToValueList() }, cancellationToken);
    });
}
