using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>SHOW CREATE TABLE|VIEW</c>: a statement that makes it again, one row per line, laid out as Hive does.</summary>
internal static class ShowCreateStatement
{
    public static async Task<QueryResult> RunAsync(ShowCreate statement, StatementContext context, CancellationToken cancellationToken)
    {
        var table = (await Names.RequireTableOrViewAsync(statement.Name, context, cancellationToken)).Value;
        if (table.ViewText is not null)
        {
            return TextResult.Lines(StatementKind.Utility, statement.IsView ? "create view" : "createtab_stmt", ViewLines(table, table.ViewText));
        }

        return statement.IsView
            ? throw new QueryException(ErrorCode.NotSupported, statement.Name.Span, $"Relation '{table.Name}' is a table, not a view", $"Write SHOW CREATE TABLE {statement.Name}.")
            : TextResult.Lines(StatementKind.Utility, "createtab_stmt", TableLines(table));
    }

    private static IEnumerable<string> ViewLines(Table view, string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Prepend($"CREATE VIEW {view.Name.Database}.{view.Name.Table} AS");

    private static IEnumerable<string> TableLines(Table table)
    {
        // The caller has seen that it is no view.
        var storage = table.Storage!;
        List<string> lines = [$"CREATE EXTERNAL TABLE {QuoteName(table.Name.Table)}(", .. List(table.Columns.Select(PrintColumn), ")")];
        if (table.Comment is not null)
        {
            lines.Add($"COMMENT {QuoteText(table.Comment)}");
        }

        if (table.PartitionKeys.Count > 0)
        {
            lines.AddRange(["PARTITIONED BY ( ", .. List(table.PartitionKeys.Select(PrintColumn), ")")]);
        }

        lines.AddRange(["ROW FORMAT SERDE ", $"  {QuoteText(storage.SerdeClass)} "]);
        if (storage.SerdeProperties.Count > 0)
        {
            lines.AddRange(["WITH SERDEPROPERTIES ( ", .. List(storage.SerdeProperties.Select(PrintProperty), ") ")]);
        }

        lines.AddRange(["STORED AS INPUTFORMAT ", $"  {QuoteText(storage.InputFormat)} ", "OUTPUTFORMAT ", $"  {QuoteText(storage.OutputFormat)}", "LOCATION", $"  {QuoteText(storage.Location)}"]);
        var properties = TableParameters.Of(table).Where(property => property.Name is not ("EXTERNAL" or "comment"));
        return [.. lines, "TBLPROPERTIES (", .. List(properties.Select(PrintProperty), ")")];
    }

    private static IEnumerable<string> List(IEnumerable<string> items, string end)
    {
        var all = items.ToList();
        return all.Select((item, index) => $"  {item}{(index < all.Count - 1 ? ", " : end)}");
    }

    private static string PrintColumn(Column column) =>
        $"{QuoteName(column.Name)} {HiveTypeNames.Print(column.Type)}{(column.Comment is null ? "" : $" COMMENT {QuoteText(column.Comment)}")}";

    private static string PrintProperty(Property property) => $"{QuoteText(property.Name)}={QuoteText(property.Value)}";

    private static string QuoteName(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    // As HiveUtils.escapeHiveCommand: what a Hive text literal needs escaped.
    private static string QuoteText(string text) => $"'{text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("'", "\\'", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)}'";
}
