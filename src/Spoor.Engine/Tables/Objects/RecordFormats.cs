using Spoor.Catalog.Definitions;
using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.Engine.Tables.Objects;

/// <summary>How a table's objects are read, by its SerDe and input format.</summary>
internal static class RecordFormats
{
    private const string CloudTrailInputFormat = "com.amazon.emr.cloudtrail.CloudTrailInputFormat";
    private const string CloudTrailSerde = "com.amazon.emr.hive.serde.CloudTrailSerde";
    private const string HiveJsonSerde = "org.apache.hive.hcatalog.data.JsonSerDe";
    private const string OpenXJsonSerde = "org.openx.data.jsonserde.JsonSerDe";

    /// <summary>The SerDes that are read, for people.</summary>
    public const string SerDes = $"{CloudTrailSerde}, {HiveJsonSerde} and {OpenXJsonSerde}";

    /// <summary>The format of a table's objects; null for one that is no JSON.</summary>
    public static RecordFormat? Find(TableStorage storage) => (storage.InputFormat, storage.SerdeClass) switch
    {
        (CloudTrailInputFormat, _) => RecordFormat.CloudTrail,
        (TableStorage.LooseCloudTrailInputFormat, _) => RecordFormat.LooseCloudTrail,
        (_, CloudTrailSerde) => RecordFormat.CloudTrail,
        (_, HiveJsonSerde or "org.apache.hadoop.hive.serde2.JsonSerDe") => RecordFormat.HiveJsonLines,
        (_, OpenXJsonSerde) => RecordFormat.OpenXJsonLines,
        _ => null,
    };
}
