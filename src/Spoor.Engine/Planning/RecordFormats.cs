using Spoor.Catalog;
using Spoor.CloudTrail.Scan;
using Spoor.Sql;

namespace Spoor.Engine.Planning;

/// <summary>How a table's objects are read, by its SerDe and input format.</summary>
internal static class RecordFormats
{
    private const string CloudTrailInputFormat = "com.amazon.emr.cloudtrail.CloudTrailInputFormat";
    private const string CloudTrailSerde = "com.amazon.emr.hive.serde.CloudTrailSerde";
    private const string HiveJsonSerde = "org.apache.hive.hcatalog.data.JsonSerDe";
    private const string OpenXJsonSerde = "org.openx.data.jsonserde.JsonSerDe";

    /// <summary>The format of the table's objects.</summary>
    /// <exception cref="QueryException">NotSupported: Spoor has no reader for the SerDe.</exception>
    public static RecordFormat Of(Table table, TableStorage storage)
    {
        if (storage.InputFormat == CloudTrailInputFormat)
        {
            return RecordFormat.CloudTrail;
        }

        if (storage.InputFormat == TableStorage.LooseCloudTrailInputFormat)
        {
            return RecordFormat.LooseCloudTrail;
        }

        return storage.SerdeClass switch
        {
            CloudTrailSerde => RecordFormat.CloudTrail,
            HiveJsonSerde or "org.apache.hadoop.hive.serde2.JsonSerDe" => RecordFormat.HiveJsonLines,
            OpenXJsonSerde => RecordFormat.OpenXJsonLines,
            _ => throw new QueryException(
                ErrorCode.NotSupported,
                span: null,
                $"Table '{table.Name}' has the SerDe {storage.SerdeClass}, which Spoor cannot read",
                $"Spoor reads {CloudTrailSerde}, {HiveJsonSerde} and {OpenXJsonSerde}."),
        };
    }
}
