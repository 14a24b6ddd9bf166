using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>ROW FORMAT and STORED AS as the Java classes that Hive takes them for.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html"/>
internal static class HiveStorage
{
    private const string TextInput = "org.apache.hadoop.mapred.TextInputFormat";
    private const string TextOutput = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
    private const string LazySimpleSerde = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";

    private static readonly Format s_text = new(TextInput, TextOutput, LazySimpleSerde);

    private static readonly Dictionary<string, Format> s_formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TEXTFILE"] = s_text,
        ["JSONFILE"] = new(TextInput, TextOutput, "org.apache.hadoop.hive.serde2.JsonSerDe"),
        ["SEQUENCEFILE"] = new("org.apache.hadoop.mapred.SequenceFileInputFormat", "org.apache.hadoop.hive.ql.io.HiveSequenceFileOutputFormat", LazySimpleSerde),
        ["RCFILE"] = new("org.apache.hadoop.hive.ql.io.RCFileInputFormat", "org.apache.hadoop.hive.ql.io.RCFileOutputFormat", "org.apache.hadoop.hive.serde2.columnar.LazyBinaryColumnarSerDe"),
        ["ORC"] = new("org.apache.hadoop.hive.ql.io.orc.OrcInputFormat", "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat", "org.apache.hadoop.hive.ql.io.orc.OrcSerde"),
        ["PARQUET"] = new("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat", "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat", "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"),
        ["AVRO"] = new("org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat", "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat", "org.apache.hadoop.hive.serde2.avro.AvroSerDe"),
        ["ION"] = new("com.amazon.ionhiveserde.formats.IonInputFormat", "com.amazon.ionhiveserde.formats.IonOutputFormat", "com.amazon.ionhiveserde.IonHiveSerDe"),
    };

    // What Athena has. Of these, Planning decides which the engine can read.
    private static readonly HashSet<string> s_serdes = new(s_formats.Values.Select(format => format.SerdeClass), StringComparer.Ordinal)
    {
        "com.amazon.emr.hive.serde.CloudTrailSerde",
        "org.apache.hive.hcatalog.data.JsonSerDe",
        "org.openx.data.jsonserde.JsonSerDe",
        "org.apache.hadoop.hive.serde2.OpenCSVSerde",
        "org.apache.hadoop.hive.serde2.RegexSerDe",
        "org.apache.hadoop.hive.serde2.columnar.ColumnarSerDe",
        "com.amazonaws.glue.serde.GrokSerDe",
        "parquet.hive.serde.ParquetHiveSerDe",
    };

    /// <summary>The storage of a table at <paramref name="location"/>.</summary>
    /// <exception cref="QueryException">An unknown format or SerDe.</exception>
    public static TableStorage Create(string location, RowFormat? rowFormat, StorageFormat? storedAs)
    {
        var format = FindFormat(storedAs);
        return rowFormat switch
        {
            SerdeRowFormat serde => new TableStorage(location, RequireKnown(serde), serde.Properties.ToProperties(), format.InputFormat, format.OutputFormat),
            DelimitedRowFormat delimited => new TableStorage(location, format.SerdeClass, WithSerializationFormat(delimited), format.InputFormat, format.OutputFormat),
            _ => new TableStorage(location, format.SerdeClass, [new Property("serialization.format", "1")], format.InputFormat, format.OutputFormat),
        };
    }

    private static Format FindFormat(StorageFormat? storedAs) => storedAs switch
    {
        null => s_text,
        { InputFormat: { } input, OutputFormat: { } output } => new Format(input, output, LazySimpleSerde),
        { FormatName: { } name } when s_formats.TryGetValue(name, out var format) => format,
        _ => throw new QueryException(
            ErrorCode.HiveSemanticException,
            storedAs.Span,
            $"FAILED: SemanticException Unrecognized file format in STORED AS clause: '{storedAs.FormatName}'",
            $"Known are: {string.Join(", ", s_formats.Keys.Order(StringComparer.Ordinal))}."),
    };

    private static string RequireKnown(SerdeRowFormat serde) => s_serdes.Contains(serde.ClassName)
        ? serde.ClassName
        : throw new QueryException(
            ErrorCode.HiveSemanticException,
            serde.Span,
            $"FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Cannot validate serde: {serde.ClassName}",
            $"CloudTrail logs are read by com.amazon.emr.hive.serde.CloudTrailSerde or org.apache.hive.hcatalog.data.JsonSerDe.");

    // Hive sets it to the delimiter (BaseSemanticAnalyzer.RowFormatParams).
    private static ValueList<Property> WithSerializationFormat(DelimitedRowFormat delimited)
    {
        var properties = delimited.Properties.ToProperties();
        var delimiter = properties.FirstOrDefault(property => property.Name == "field.delim")?.Value ?? "1";
        return properties.Append(new Property("serialization.format", delimiter)).ToValueList();
    }

    private sealed record Format(string InputFormat, string OutputFormat, string SerdeClass);
}
