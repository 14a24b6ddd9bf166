using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>Locations of DDL.</summary>
internal static class Locations
{
    /// <summary>The location as written, when it is an S3 one.</summary>
    public static string Require(string? location, TextSpan span)
    {
        if (string.IsNullOrWhiteSpace(location))
        {
            throw new QueryException(ErrorCode.MissingTableProperty, span, "No location was specified for table. An S3 location must be specified", "Add LOCATION 's3://bucket/folder/'.");
        }

        return ObjectName.TryParse(location, out _)
            ? location
            : throw new QueryException(ErrorCode.InvalidTableProperty, span, $"The location is not a valid S3 path: {location}", $"Write 's3://bucket/folder/'{Setting.Bucket:; * NAME=FOLDER makes a local folder a bucket}.");
    }

    /// <summary>The prefix of the objects of a location: a folder, also when the final slash was not written.</summary>
    public static ObjectName ToFolder(string location) => ObjectName.TryParse(location, out var name)
        ? name with { Key = name.Key.Length == 0 || name.Key.EndsWith('/') ? name.Key : name.Key + "/" }
        : throw new QueryException(ErrorCode.HiveInvalidMetadata, span: null, $"The location is not a valid S3 path: {location}");
}
