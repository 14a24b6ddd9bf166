using System.Globalization;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>date: <c>yyyy-MM-dd</c>.</summary>
internal sealed class DateConverter : ValueConverter
{
    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (value.Kind == JsonKind.String
            && DateOnly.TryParseExact(Encoding.UTF8.GetString(context.TextOf(value)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            writer.WriteInt64(index, date.DayNumber - new DateOnly(1970, 1, 1).DayNumber);
            return true;
        }

        return context.RefuseText(value, writer, index);
    }
}
