using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>ALTER TABLE ... SET TBLPROPERTIES</c>; the property <c>comment</c> is the table's comment, as in Hive.</summary>
internal static class SetTablePropertiesStatement
{
    public static QueryResult Run(SetTableProperties statement, StatementContext context) => CatalogChange.Make(() =>
    {
        var table = Names.RequireTable(statement.Table, context);
        var comment = statement.Properties.LastOrDefault(property => property.Name == "comment")?.Value ?? table.Comment;
        var properties = StringProperties.Merge(table.Properties, statement.Properties.Where(property => property.Name != "comment").ToValueList());
        return context.Catalog.TryAlterTable(table, table with { Comment = comment, Properties = properties });
    });
}
