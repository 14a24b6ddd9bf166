using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Spoor.CloudTrail.Scan.Cutting;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Cutting;

public class RecordTimesTests
{
    private static readonly DateTime s_start = new(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Records in any order and spelling: escapes, a request with a time of its own before or behind the record's, a name in another case, a time that repeats.</summary>
    [Fact]
    public void Span_and_count_are_those_of_the_parsed_records()
    {
        var record = Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 8], Gen.String[Gen.Char["ab\"\\é:"], 0, 9]).Select((minute, kind, text) => kind switch
        {
            0 => $$$"""{"userIdentity":{"arn":{{{JsonSerializer.Serialize(text)}}}},"eventTime":"{{{Time(minute)}}}","requestParameters":{"eventTime":"1999-01-01T00:00:00Z"}}""",
            1 => $$"""{ "eventTime" : "{{Time(minute)}}" , "eventName":{{JsonSerializer.Serialize(text)}}}""",
            2 => $$"""{"eventVersion":"1.08","eventName":{{JsonSerializer.Serialize(text)}}}""",
            3 => $$$"""{"requestParameters":{"eventTime":"1999-01-01T00:00:00Z"},"eventTime":"{{{Time(minute)}}}","eventName":{{{JsonSerializer.Serialize(text)}}}}""",
            4 => $$$"""{"event\u0054ime":"{{{Time(minute)}}}","requestParameters":{"eventTime":"1999-01-01T00:00:00Z"}}""",
            5 => $$"""{"eventTime":"\u0032{{Time(minute)[1..]}}","eventName":{{JsonSerializer.Serialize(text)}}}""",
            6 => $$"""{"eventtime":"{{Time(minute)}}","eventName":{{JsonSerializer.Serialize(text)}}}""",
            7 => $$"""{"eventTime":"1999-01-01T00:00:00Z","eventTime":"{{Time(minute)}}"}""",
            _ => $$"""{"eventTime":{{JsonSerializer.Serialize(text)}}}""",
        });
        Gen.Select(record.Array[0, 12], Gen.Int[0, 5000].Nullable(), Gen.Int[0, 5000].Nullable()).Sample((records, from, to) =>
        {
            var (first, behind) = (from is { } minute ? Time(minute) : "", to is { } other ? Time(other) : "");
            var times = new RecordTimes(Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(behind));
            foreach (var json in records)
            {
                times.Add(Encoding.UTF8.GetBytes(json));
            }

            var parsed = records.Select(json => JsonDocument.Parse(json).RootElement.EnumerateObject()
                .LastOrDefault(member => member.Name.Equals("eventTime", StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: JsonValueKind.String } time && time.GetString() is { Length: 20 } known ? known : null).ToList();
            var known = parsed.OfType<string>().Order(StringComparer.Ordinal).ToList();
            Assert.Equal(
                (known.FirstOrDefault() ?? "", known.LastOrDefault() ?? "", parsed.Count(time => time is null || (string.CompareOrdinal(time, first) >= 0 && (behind.Length == 0 || string.CompareOrdinal(time, behind) < 0)))),
                (Encoding.UTF8.GetString(times.First), Encoding.UTF8.GetString(times.Last), times.TakeInWindow()));
            Assert.Equal(0, times.TakeInWindow());
        });
    }

    private static string Time(int minute) => s_start.AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
