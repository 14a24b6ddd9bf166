using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>One column that a scan delivers: a leaf of a record, or a whole value below it.</summary>
/// <param name="Path">Key names from the record down, lower-case; matched ignoring case: <c>["useridentity", "sessioncontext", "sessionissuer", "arn"]</c>; empty for the whole record.</param>
/// <param name="Type">
/// What to deliver: a scalar type, or array, map or row, whose parts the reader fills through <see cref="ColumnWriter"/>.
/// Under <see cref="RecordFormat.CloudTrail"/> an object or array where the type is varchar gives its JSON text as written.
/// </param>
public sealed record ScanColumn(ValueList<string> Path, SqlType Type)
{
    /// <summary>The table column's position from 0, which HIVE_BAD_DATA messages name; null: the position in the request.</summary>
    public int? FieldNumber { get; init; }
}

/// <summary>Columns that come from the object and the place in it, not from the record.</summary>
public enum ObjectColumn
{
    /// <summary><c>$path</c>: the object's full name, varchar.</summary>
    Path,

    /// <summary><c>$file_size</c>: bytes as stored, bigint.</summary>
    FileSize,

    /// <summary><c>$file_modified_time</c>: timestamp(3) with time zone, delivered as microseconds since 1970.</summary>
    FileModifiedTime,

    /// <summary><c>$record_offset</c>: where the record begins in the decompressed object, in bytes, bigint. It orders an object's records as they were written.</summary>
    RecordOffset,

    /// <summary><c>$followed</c>: whether the record was found because others led to it, boolean.</summary>
    IsFollowed,

    /// <summary><c>$event_id</c>: the record's <c>eventID</c>, or where it has none, <c>none:KEY@OFFSET</c>, which no other record has; varchar.</summary>
    EventId,

    /// <summary>
    /// <c>$event_content</c>: what the record tells, as a number, bigint; NULL for one without <c>eventID</c>. Records with the same <c>$event_id</c> and
    /// <c>$event_content</c> are one record that was delivered again.
    /// </summary>
    EventContent,
}

/// <summary>How objects are cut into records and values made of JSON.</summary>
public enum RecordFormat
{
    /// <summary><c>{"Records":[...]}</c>, one row per element (CloudTrailInputFormat); nested values in a varchar are their JSON text.</summary>
    CloudTrail,

    /// <summary>One JSON document per line, hcatalog JsonSerDe: a nested value in a varchar is an error.</summary>
    HiveJsonLines,

    /// <summary>One JSON document per line, OpenX JsonSerDe: lenient as its documents say.</summary>
    OpenXJsonLines,

    /// <summary>
    /// Whatever a person has in a folder: records in <c>{"Records":[...]}</c>, in arrays, texts and other tools' wrappers; values as under <see cref="CloudTrail"/>,
    /// but a row whose value is no object has NULL fields. Files that are no JSON by their names, and other services' logs below <c>AWSLogs/</c>, are left out.
    /// </summary>
    LooseCloudTrail,
}

/// <summary>What to do with data that cannot be read.</summary>
public enum BadDataPolicy
{
    /// <summary>The query fails with object and offset.</summary>
    Fail,

    /// <summary>The object's rest (or, for JSON lines, the line) is skipped, counted and listed.</summary>
    Skip,
}
