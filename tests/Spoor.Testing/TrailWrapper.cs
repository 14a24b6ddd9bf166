using System.Text;
using System.Text.Json;

namespace Spoor.Testing;

/// <summary>Puts records into whatever people have records in: arrays, texts and other tools' wrappers, in one another, with members in any order.</summary>
/// <remarks>It knows the wrappers from their makers' documents, not from the code that takes them off.</remarks>
public sealed class TrailWrapper(Random random)
{
    /// <summary>A file that holds these records in this order.</summary>
    /// <param name="records">Each record's JSON.</param>
    /// <param name="depth">How many wrappers may be in one another.</param>
    public string File(IReadOnlyList<string> records, int depth)
    {
        var values = records.Count == 0 ? [Value(records, depth)] : Split(records).Select(part => Value(part, depth)).ToList();
        return string.Concat(values.Select(value => Pick("", "", "\n", "\r\n", " ", "\t\n\n") + value)) + Pick("", "\n");
    }

    /// <summary>One value that holds these records in this order.</summary>
    public string Value(IReadOnlyList<string> records, int depth)
    {
        if (depth == 0)
        {
            return records.Count == 1 && random.Next(3) > 0 ? records[0] : Array(records);
        }

        return random.Next(records.Count == 1 ? 12 : 8) switch
        {
            0 => Array(Values(records, depth)),
            1 or 2 => Object(Member(Cased("Records"), records.Count == 0 && random.Next(2) == 0 ? "null" : Array(Values(records, depth)))),
            3 => Object([Member(Cased("Events"), Array(Values(records, depth, LookupEvent))), .. Some("\"NextToken\":\"AbC==\"")]),
            4 => Subscription(records, depth),
            5 => Object([Member("events", Array(Values(records, depth, LogEvent))), .. Some("\"searchedLogStreams\":[]", "\"nextToken\":\"t\"", "\"nextForwardToken\":\"f/1\"")]),
            6 => Object(["\"took\":5", Member("hits", Object(["\"total\":{\"value\":3,\"relation\":\"eq\"}", "\"max_score\":null", Member("hits", Array(Values(records, depth, Hit)))]))]),
            7 => records.Count == 0 ? "[]" : Quote(File(records, depth - 1)),
            8 => LookupEvent(records, depth),
            9 => Envelope(records, depth),
            10 => LogEvent(records, depth),
            _ => Hit(records, depth),
        };
    }

    private string LookupEvent(IReadOnlyList<string> records, int depth) => Object(
        [Member(Cased("CloudTrailEvent"), TextOf(records, depth)), .. Some("\"EventId\":\"e-1\"", "\"EventName\":\"GetId\"", "\"eventName\":\"GetId\"", "\"EventTime\":1741119130.0", "\"Username\":\"x\"", "\"Resources\":[{\"ResourceName\":\"r\"}]")]);

    private string Envelope(IReadOnlyList<string> records, int depth) => Object(
        [Member("detail", Value(records, depth - 1)), "\"detail-type\":\"AWS API Call via CloudTrail\"", .. Some("\"version\":\"0\"", "\"id\":\"i\"", "\"source\":\"aws.s3\"", "\"resources\":[]", "\"time\":\"2025-03-04T20:12:10Z\"")]);

    private string LogEvent(IReadOnlyList<string> records, int depth) => Object(
        [Member(Cased("message"), TextOf(records, depth)), .. Some("\"id\":\"3\"", "\"timestamp\":1741119131000", "\"ingestionTime\":1", "\"eventId\":\"37\"", "\"logStreamName\":\"s\"")]);

    private string Hit(IReadOnlyList<string> records, int depth) => Object(
        [Member("_source", Value(records, depth - 1)), .. Some("\"_index\":\"cloudtrail-2025\"", "\"_id\":\"x\"", "\"_score\":1.0", "\"sort\":[1741119131000,\"x\"]")]);

    private string Subscription(IReadOnlyList<string> records, int depth)
    {
        var data = Object([Member("logEvents", Array(Values(records, depth, LogEvent))), .. Some("\"messageType\":\"DATA_MESSAGE\"", "\"owner\":\"1\"", "\"logGroup\":\"trail\"", "\"subscriptionFilters\":[\"all\"]")]);
        var control = Object(["\"messageType\":\"CONTROL_MESSAGE\"", "\"logEvents\":[{\"id\":\"\",\"timestamp\":1,\"message\":\"CWL CONTROL MESSAGE: Checking health of destination Firehose.\"}]", "\"owner\":\"CloudwatchLogs\""]);
        return random.Next(4) == 0 ? Array([control, data]) : data;
    }

    // A record as a text, or what holds some in a text.
    private string TextOf(IReadOnlyList<string> records, int depth) => Quote(records.Count == 1 ? records[0] : Value(records, depth - 1));

    private List<string> Values(IReadOnlyList<string> records, int depth) => Values(records, depth, (part, _) => Value(part, depth - 1));

    private List<string> Values(IReadOnlyList<string> records, int depth, Func<IReadOnlyList<string>, int, string> make) => [.. Split(records).Select(part => make(part, depth))];

    // Mostly one by one.
    private IEnumerable<IReadOnlyList<string>> Split(IReadOnlyList<string> records)
    {
        for (var at = 0; at < records.Count;)
        {
            var length = random.Next(3) > 0 ? 1 : random.Next(1, records.Count - at + 1);
            yield return [.. records.Skip(at).Take(length)];
            at += length;
        }

        if (records.Count == 0 && random.Next(2) == 0)
        {
            yield return [];
        }
    }

    private string Array(IEnumerable<string> values) => $"[{Blank()}{string.Join(Blank() + "," + Blank(), values)}{Blank()}]";

    private string Object(params IEnumerable<string> members)
    {
        var shuffled = members.ToArray();
        random.Shuffle(shuffled);
        return $"{{{Blank()}{string.Join(Blank() + "," + Blank(), shuffled)}{Blank()}}}";
    }

    private string Member(string name, string value)
    {
        var at = random.Next(name.Length);
        var written = random.Next(6) == 0 ? $"{name[..at]}\\u{(int)name[at]:x4}{name[(at + 1)..]}" : name;
        return $"\"{written}\"{Blank()}:{Blank()}{value}";
    }

    private IEnumerable<string> Some(params string[] members) => members.Where(_ => random.Next(2) == 0);

    private string Cased(string name) => random.Next(8) == 0 ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    // As System.Text.Json writes texts, or as most others do, or with more escapes than needed.
    private string Quote(string text)
    {
        switch (random.Next(3))
        {
            case 0:
                return JsonSerializer.Serialize(text);
            case 1:
                return $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";
            default:
                var result = new StringBuilder("\"");
                foreach (var character in text)
                {
                    result.Append(character is '"' or '\\' or < ' ' || (!char.IsSurrogate(character) && random.Next(40) == 0) ? $"\\u{(int)character:X4}" : character is '/' && random.Next(4) == 0 ? "\\/" : character.ToString());
                }

                return result.Append('"').ToString();
        }
    }

    private string Blank() => random.Next(8) == 0 ? Pick(" ", "\n", "\t", "\r\n  ") : "";

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
