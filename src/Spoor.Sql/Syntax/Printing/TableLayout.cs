using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <summary>A <c>CREATE TABLE</c> for people to read: a line for each column, clause and property. It parses back to the same tree but for places.</summary>
public static class TableLayout
{
    /// <summary>The lines, without a semicolon.</summary>
    public static IEnumerable<string> Lines(CreateTable table)
    {
        // What has no line of its own, as the printer prints it.
        var head = SqlPrinter.Print(table with { Columns = [], Comment = null, PartitionedBy = [], PartitionTransforms = [], Clustering = null, RowFormat = null, StoredAs = null, Location = null, Properties = [] });
        return
        [
            .. table.Columns.Count == 0 ? [head] : List($"{head} (", table.Columns),
            .. Text("COMMENT", table.Comment),
            .. List("PARTITIONED BY (", [.. table.PartitionedBy, .. table.PartitionTransforms]),
            .. Part(table.Clustering),
            .. Part(table.RowFormat),
            .. Part(table.StoredAs),
            .. Text("LOCATION", table.Location),
            .. List("TBLPROPERTIES (", table.Properties),
        ];
    }

    private static IEnumerable<string> List(string start, IReadOnlyList<Node> items) =>
        items.Count == 0 ? [] : [start, .. items.Select((item, index) => $"  {SqlPrinter.Print(item)}{(index < items.Count - 1 ? "," : "")}"), ")"];

    private static IEnumerable<string> Text(string keyword, string? text) => text is null ? [] : [$"{keyword} {SqlQuoting.Text(text, Dialect.Hive)}"];

    private static IEnumerable<string> Part(Node? part) => part is null ? [] : [SqlPrinter.Print(part)];
}
