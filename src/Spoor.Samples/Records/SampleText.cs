using System.Globalization;

namespace Spoor.Samples.Records;

/// <summary>Texts as AWS's Java services write them into bodies.</summary>
internal static class SampleText
{
    /// <summary><c>Jan 19, 2023 5:55:08 PM</c>; newer runtimes put U+202F before AM or PM, which CloudTrail writes as an escape.</summary>
    public static string JavaTime(DateTimeOffset time, bool narrowSpace) => JavaTime(time, "MMM d, yyyy h:mm:ss", narrowSpace);

    /// <summary><c>Oct 25, 2023, 2:21:21 AM</c>, as Java 9 and later print it.</summary>
    public static string NewerJavaTime(DateTimeOffset time, bool narrowSpace) => JavaTime(time, "MMM d, yyyy, h:mm:ss", narrowSpace);

    private static string JavaTime(DateTimeOffset time, string pattern, bool narrowSpace)
    {
        var text = time.UtcDateTime.ToString(pattern, CultureInfo.InvariantCulture);
        var half = time.UtcDateTime.Hour < 12 ? "AM" : "PM";
        return narrowSpace ? $"{text}\\u202f{half}" : $"{text} {half}";
    }
}
