using System.Globalization;
using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>DESCRIBE</c>: Hive's rows; the three fields of a row, joined by tabs, are Athena's text to the blank.</summary>
/// <seealso href="https://github.com/apache/hive/blob/rel/release-2.3.9/ql/src/java/org/apache/hadoop/hive/ql/metadata/formatting/MetaDataFormatUtils.java"/>
internal static class DescribeStatement
{
    private static readonly ValueList<string> s_blank = ["", " ", " "];
    private static readonly ValueList<string> s_header = ["# col_name            ", "data_type           ", "comment             "];

    public static async Task<QueryResult> RunAsync(Describe statement, StatementContext context, CancellationToken cancellationToken)
    {
        var table = (await Names.RequireTableOrViewAsync(statement.Table, context, cancellationToken)).Value;
        if (table.ViewText is not null)
        {
            // DESCRIBE of a view is Trino's: its types have no Hive spelling.
            return TextResult.Rows(StatementKind.Utility, ["column", "type"], table.Columns.Select(column => (ValueList<string>)[column.Name, column.Type.ToString()]));
        }

        if (statement.Partition is { } partition)
        {
            await PartitionSpecifications.RequirePartitionAsync(table, partition, context, cancellationToken);
        }

        var rows = statement switch
        {
            { ColumnPath.Count: > 0 } => [DescribeColumn(table, statement.ColumnPath)],
            { IsFormatted: true } => [s_header, s_blank, .. table.Columns.Select(Row), .. PartitionRows(table), .. DetailRows(table)],
            { IsExtended: true } => [.. PlainRows(table), s_blank, Extended(table)],
            _ => PlainRows(table),
        };
        return TextResult.Rows(StatementKind.Utility, ["col_name", "data_type", "comment"], rows);
    }

    private static IEnumerable<ValueList<string>> PlainRows(Table table) =>
        [.. table.Columns.Select(Row), .. table.PartitionKeys.Select(Row), .. PartitionRows(table)];

    private static IEnumerable<ValueList<string>> PartitionRows(Table table) => table.PartitionKeys.Count == 0
        ? []
        : [s_blank, ["# Partition Information", " ", " "], s_header, s_blank, .. table.PartitionKeys.Select(Row)];

    private static IEnumerable<ValueList<string>> DetailRows(Table table)
    {
        // The caller has seen that it is no view.
        var storage = table.Storage!;
        return
        [
            s_blank,
            ["# Detailed Table Information", " ", " "],
            Detail("Database:", table.Name.Database),
            Detail("Owner:", "spoor"),
            Detail("CreateTime:", table.CreatedAt.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture)),
            Detail("LastAccessTime:", "UNKNOWN"),
            Detail("Protect Mode:", "None"),
            Detail("Retention:", "0"),
            Detail("Location:", storage.Location),
            Detail("Table Type:", "EXTERNAL_TABLE"),
            ["Table Parameters:", " ", " "],
            .. TableParameters.Of(table).Select(Parameter),
            s_blank,
            ["# Storage Information", " ", " "],
            Detail("SerDe Library:", storage.SerdeClass),
            Detail("InputFormat:", storage.InputFormat),
            Detail("OutputFormat:", storage.OutputFormat),
            Detail("Compressed:", "No"),
            Detail("Num Buckets:", "-1"),
            Detail("Bucket Columns:", "[]"),
            Detail("Sort Columns:", "[]"),
            ["Storage Desc Params:", " ", " "],
            .. storage.SerdeProperties.Select(Parameter),
        ];
    }

    private static ValueList<string> Extended(Table table) =>
    [
        "Detailed Table Information",
        $"Table(tableName:{table.Name.Table}, dbName:{table.Name.Database}, createTime:{table.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}, location:{table.Storage?.Location}, inputFormat:{table.Storage?.InputFormat}, outputFormat:{table.Storage?.OutputFormat}, serializationLib:{table.Storage?.SerdeClass}, parameters:{{{string.Join(", ", TableParameters.Of(table).Select(property => $"{property.Name}={property.Value}"))}}}, tableType:EXTERNAL_TABLE)",
        "",
    ];

    private static ValueList<string> DescribeColumn(Table table, ValueList<Identifier> path)
    {
        var column = table.Columns.Concat(table.PartitionKeys).FirstOrDefault(known => Is(known.Name, path[0])) ?? throw NotFound(table, path[0]);
        var type = column.Type;
        foreach (var part in path.Skip(1))
        {
            type = Inside(type, part) ?? throw NotFound(table, part);
        }

        return path.Count == 1 ? Row(column) : Row(new Column(path[^1].Value.ToLowerInvariant(), type, "from deserializer"));
    }

    // $elem$, $key$ and $value$ are Hive's names for what has none.
    private static SqlType? Inside(SqlType type, Identifier part) => (type, part.Value.ToLowerInvariant()) switch
    {
        (RowType row, _) => row.Fields.FirstOrDefault(member => member.Name is { } name && Is(name, part))?.Type,
        (ArrayType array, "$elem$") => array.Element,
        (MapType map, "$key$") => map.Key,
        (MapType map, "$value$") => map.Value,
        _ => null,
    };

    private static bool Is(string name, Identifier identifier) => name.Equals(identifier.Value, StringComparison.OrdinalIgnoreCase);

    private static ValueList<string> Row(Column column) => [column.Name.PadRight(20), HiveTypeNames.Print(column.Type).PadRight(20), (column.Comment ?? "").PadRight(20)];

    private static ValueList<string> Detail(string name, string value) => [name.PadRight(20), value.PadRight(20), " "];

    private static ValueList<string> Parameter(Property property) => ["", property.Name.PadRight(20), property.Value.PadRight(20)];

    private static QueryException NotFound(Table table, Identifier name) => new(
        ErrorCode.ColumnNotFound,
        name.Span,
        $"FAILED: SemanticException [Error 10002]: Invalid column reference {name.Value.ToLowerInvariant()}",
        $"DESCRIBE {table.Name.Database}.{table.Name.Table} lists the columns.");
}
