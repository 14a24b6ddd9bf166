using Spoor.Core.Collections;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>SHOW TBLPROPERTIES</c>.</summary>
internal static class ShowTablePropertiesStatement
{
    public static async Task<QueryResult> RunAsync(ShowTableProperties statement, StatementContext context, CancellationToken cancellationToken)
    {
        var table = (await Names.RequireTableOrViewAsync(statement.Table, context, cancellationToken)).Value;
        var rows = TableParameters.Of(table)
            .Where(property => statement.PropertyName is null || property.Name == statement.PropertyName)
            .Select(property => (ValueList<string>)[property.Name, property.Value])
            .ToList();
        if (rows.Count == 0)
        {
            rows.Add([$"Table {table.Name.Database}.{table.Name.Table} does not have property: {statement.PropertyName}", ""]);
        }

        return TextResult.Rows(StatementKind.Utility, ["prpt_name", "prpt_value"], rows);
    }
}
