using Spoor.Core.Errors;

namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>What is wrong with an object, at which byte of its decompressed data.</summary>
/// <param name="Code">HiveCursorError, HiveBadData or HiveCannotOpenSplit.</param>
/// <param name="Reason">What is wrong, in Athena's words where it has some.</param>
/// <param name="Hint">What it means and what to do.</param>
/// <param name="ByteOffset">Null when the object as a whole is meant.</param>
internal sealed record BadDataFault(ErrorCode Code, string Reason, Hint Hint, long? ByteOffset)
{
    /// <summary>The object cannot be read on.</summary>
    public static BadDataFault Cursor(string reason, string explanation, long? byteOffset) =>
        new(ErrorCode.HiveCursorError, reason, $"{explanation} Mend or remove the object, or skip bad data{Setting.SkipBadData: (*)}: it is then counted and listed.", byteOffset);

    /// <summary>A value does not have its column's type.</summary>
    public static BadDataFault Value(string reason, string column, long recordOffset) =>
        new(ErrorCode.HiveBadData, reason, $"Column '{column}' of this record has another shape than the table declares. Declare it as STRING, or skip bad data{Setting.SkipBadData: (*)}: the record is then no row, but a query that does not use the column still counts it.", recordOffset);

    /// <summary>The error for the caller. The message names object and offset.</summary>
    public QueryException ToException(string objectName, Exception? cause = null)
    {
        var place = ByteOffset is { } offset ? $"{objectName}, byte offset {offset} of the decompressed data" : objectName;
        var message = Code == ErrorCode.HiveBadData ? $"{Reason} ({place})" : $"Failed to read file at {place}: {Reason}";
        return new QueryException(Code, null, message, Hint, cause);
    }

    /// <summary>The entry in the list of problems.</summary>
    public ObjectProblem ToProblem(string objectName) => new(objectName, ByteOffset, Reason, IsLeftOut: false);
}
