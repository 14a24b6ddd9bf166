using Spoor.Core.Collections;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>ALTER TABLE ... SET TBLPROPERTIES</c>; the property <c>comment</c> is the table's comment, as in Hive.</summary>
internal static class SetTablePropertiesStatement
{
    public static async Task<QueryResult> RunAsync(SetTableProperties statement, StatementContext context, CancellationToken cancellationToken) => await CatalogChange.MakeAsync(async () =>
    {
        var current = await Names.RequireTableAsync(statement.Table, context, cancellationToken);
        var table = current.Value;
        var comment = statement.Properties.LastOrDefault(property => property.Name == "comment")?.Value ?? table.Comment;
        var properties = StringProperties.Merge(table.Properties, statement.Properties.Where(property => property.Name != "comment").ToValueList());
        return await context.Catalog.TryAlterTableAsync(current, table with { Comment = comment, Properties = properties }, cancellationToken);
    });
}
