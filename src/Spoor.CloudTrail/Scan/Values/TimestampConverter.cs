using System.Globalization;
using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Core.Collections;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>timestamp: the table's <c>timestamp.formats</c>, then Hive's form <c>yyyy-MM-dd HH:mm:ss[.fraction]</c>; under OpenX also ISO 8601 and numbers since 1970.</summary>
internal sealed class TimestampConverter(ValueList<string> formats, bool isOpenX) : ValueConverter
{
    private static readonly string[] s_hiveFormats = ["yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-d H:m:s", "yyyy-M-d"];
    private static readonly string[] s_isoFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"];

    private readonly string[] _formats = [.. formats.Select(TimestampPattern.ToDotNet), .. s_hiveFormats, .. isOpenX ? s_isoFormats : []];

    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        var text = Encoding.UTF8.GetString(context.TextOf(value));
        if (value.Kind == JsonKind.String
            && DateTimeOffset.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            writer.WriteInt64(index, (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
            return true;
        }

        if (isOpenX && TryReadEpoch(text, out var microseconds))
        {
            writer.WriteInt64(index, microseconds);
            return true;
        }

        return context.RefuseText(value, writer, index);
    }

    // OpenX: ten digits are seconds, thirteen milliseconds, a fraction counts seconds.
    private static bool TryReadEpoch(string text, out long microseconds)
    {
        microseconds = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > 1e15m)
        {
            return false;
        }

        var isMilliseconds = Math.Abs(number) >= 1e11m;
        microseconds = (long)(number * (isMilliseconds ? 1_000 : 1_000_000));
        return true;
    }
}
