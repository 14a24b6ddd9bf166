using System.Globalization;
using System.Text;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Sql;

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

/// <summary>timestamp: the table's <c>timestamp.formats</c>, then Hive's form <c>yyyy-MM-dd HH:mm:ss[.fraction]</c>; under OpenX also ISO 8601 and numbers since 1970.</summary>
internal sealed class TimestampConverter(ValueList<string> formats, bool isOpenX) : ValueConverter
{
    private static readonly string[] s_hiveFormats = ["yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-d H:m:s", "yyyy-M-d"];
    private static readonly string[] s_isoFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"];

    private readonly string[] _formats = [.. formats.Select(JavaDatePattern.ToDotNet), .. s_hiveFormats, .. isOpenX ? s_isoFormats : []];

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

/// <summary>Java's date patterns as far as timestamps use them.</summary>
internal static class JavaDatePattern
{
    /// <summary>The .NET pattern that reads the same texts; letters without a counterpart stay and match nothing.</summary>
    public static string ToDotNet(string pattern)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var letter = pattern[i];
            var end = letter == '\'' ? EndOfQuoted(pattern, i) : EndOfRun(pattern, i);
            result.Append(Translate(letter, pattern[i..end]));
            i = end;
        }

        return result.ToString();
    }

    private static string Translate(char letter, string run) => letter switch
    {
        'S' => new string('f', Math.Min(run.Length, 7)),
        'a' => "tt",
        'E' => run.Length > 3 ? "dddd" : "ddd",
        'u' => new string('y', run.Length),
        'X' or 'Z' => "zzz",
        _ => run,
    };

    private static int EndOfQuoted(string pattern, int start)
    {
        var close = pattern.IndexOf('\'', start + 1);
        return close < 0 ? pattern.Length : close + 1;
    }

    private static int EndOfRun(string pattern, int start)
    {
        var end = start + 1;
        while (end < pattern.Length && pattern[end] == pattern[start])
        {
            end++;
        }

        return end;
    }
}
