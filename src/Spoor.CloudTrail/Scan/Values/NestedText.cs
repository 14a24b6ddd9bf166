using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>What stands where an object should.</summary>
internal static class NestedText
{
    /// <summary>Whether the value is a text of white space only.</summary>
    public static bool IsBlank(in JsonValue value) => value.Kind == JsonKind.String && value.Text.Trim(" \t"u8).IsEmpty;

    /// <summary>Refuses a value that is no object, in the words of its SerDe.</summary>
    public static bool RefuseObject(in JsonValue value, ConversionContext context) => context.Refuse(
        value,
        context.IsLenient ? "java.lang.String cannot be cast to org.openx.data.jsonserde.json.JSONObject" : "Invalid JSON: start of object expected");

    /// <summary>Whether the value may stand where an object should, and means that there is none; else it is refused.</summary>
    public static bool StandsForNoObject(in JsonValue value, ConversionContext context) =>
        context.IsLoose || (context.IsLenient && IsBlank(value)) || RefuseObject(value, context);

    /// <summary>Under OpenX writes NULL for a blank text; refuses all else.</summary>
    public static bool WriteBlankAsNull(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (!StandsForNoObject(value, context))
        {
            return false;
        }

        writer.WriteNull(index);
        return true;
    }
}
