using Spoor.Core.Collections;

namespace Spoor.Catalog.Definitions;

/// <summary>Where a table's data lies and how it is read.</summary>
/// <param name="Location"><c>s3://bucket/prefix</c>, as written.</param>
/// <param name="SerdeClass">Java class name as Athena has it.</param>
/// <param name="SerdeProperties">SERDEPROPERTIES in order.</param>
/// <param name="InputFormat">Java class name.</param>
/// <param name="OutputFormat">Java class name.</param>
public sealed record TableStorage(string Location, string SerdeClass, ValueList<Property> SerdeProperties, string InputFormat, string OutputFormat)
{
    /// <summary>An input format of our own: whatever CloudTrail records a person has in a folder, in a trail's objects or loose.</summary>
    public const string LooseCloudTrailInputFormat = "spoor.LooseCloudTrailInputFormat";

    /// <summary>Another: a local file of a person's own, whose path is the location.</summary>
    public const string ListInputFormat = "spoor.ListInputFormat";
}
