using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary><c>SHOW TBLPROPERTIES</c>.</summary>
internal static class ShowTablePropertiesStatement
{
    public static QueryResult Run(ShowTableProperties statement, StatementContext context)
    {
        var table = Names.RequireTableOrView(statement.Table, context);
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
