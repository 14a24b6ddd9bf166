using System.Text;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>Makes logs from a seed that hold what JSON allows and CloudTrail may send: odd spacing, escapes, duplicate keys, nesting, huge numbers.</summary>
internal sealed class LogMaker(Random random)
{
    private static readonly string[] s_keys =
        ["eventName", "EVENTNAME", "eventname", "event\\u004eame", "userIdentity", "arn", "arN", "tags", "items", "flag", "count", "é", "", "a.b", "sessionContext"];

    private static readonly string[] s_pieces =
        ["a", "Get", "Object", " ", "é", "𝄞", "\\\"", "\\\\", "\\/", "\\n", "\\t", "\\u003d", "\\u00e9", "\\ud834\\udd1e", "\\ud834", "\\udd1e", "{", "]", ",", ":", "true", "\u202f"];

    private static readonly string[] s_scalars =
        ["null", "true", "false", "0", "-0", "1", "-12", "1.50", "9.82222E-5", "1e400", "123456789012345678901234567890", "9223372036854775807", "\"true\"", "\"\"", "\"7\""];

    /// <param name="member">A member that every record has; null for none.</param>
    public byte[] Make(string? member = null)
    {
        var log = new StringBuilder();
        log.Append(Space()).Append('{').Append(Space());
        if (random.Next(3) == 0)
        {
            log.Append("\"other\":").Append(Value(2)).Append(Space()).Append(',').Append(Space());
        }

        log.Append("\"Records\"").Append(Space()).Append(':').Append(Space()).Append('[').Append(Space());
        log.AppendJoin(Space() + "," + Space(), Enumerable.Range(0, random.Next(5)).Select(_ => Object(4, member)));
        return Encoding.UTF8.GetBytes(log.Append(Space()).Append(']').Append(Space()).Append('}').Append(Space()).ToString());
    }

    /// <summary>The same bytes with a few of them removed, doubled or replaced.</summary>
    public byte[] Mutate(byte[] log)
    {
        var bytes = log.ToList();
        for (var change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, bytes[random.Next(bytes.Count)]);
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private string Value(int depth) => random.Next(depth > 0 ? 5 : 3) switch
    {
        0 => Pick(s_scalars),
        1 or 2 => Text(),
        3 => Object(depth - 1),
        _ => $"[{Space()}{string.Join(Space() + "," + Space(), Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1)))}{Space()}]",
    };

    private string Object(int depth, string? member = null)
    {
        var members = Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{Pick(s_keys)}\"{Space()}:{Space()}{Value(depth)}").ToList();
        members.InsertRange(random.Next(members.Count + 1), member is null ? [] : [member]);
        return $"{{{Space()}{string.Join(Space() + "," + Space(), members)}{Space()}}}";
    }

    private string Text() => $"\"{string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pick(s_pieces)))}\"";

    private string Space() => random.Next(6) == 0 ? Pick([" ", "\n", "\t", "\r\n", "  "]) : "";

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
