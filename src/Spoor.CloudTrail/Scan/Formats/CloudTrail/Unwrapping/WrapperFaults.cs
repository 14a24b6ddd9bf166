using Spoor.CloudTrail.Scan.Contract;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;

/// <summary>What to say of values that are no record and hold none.</summary>
internal static class WrapperFaults
{
    private const string HowSuchFilesComeAbout = "Files made with cat, jq, PowerShell or aws --query may hold a part of what was asked for; records must be whole.";

    /// <summary>An object is neither a record nor something around records.</summary>
    /// <param name="member">What it is the value of.</param>
    /// <param name="vain">Its own member that should have held a record.</param>
    /// <param name="offset">Its offset in the object's decompressed data.</param>
    public static BadDataFault NeitherRecordNorWrapper(WrapperMember member, WrapperMember vain, long offset)
    {
        if (vain != WrapperMember.None)
        {
            return BadDataFault.Cursor($"'{MemberNames.NameOf(vain)}' holds no CloudTrail record", Explain(vain), offset);
        }

        return member == WrapperMember.None
            ? BadDataFault.Cursor("object is neither a CloudTrail log nor a CloudTrail record", Explain(member), offset)
            : BadDataFault.Cursor($"'{MemberNames.NameOf(member)}' holds an object that is no CloudTrail record", Explain(member), offset);
    }

    /// <summary>Something else stands where a record must be.</summary>
    public static BadDataFault NoObject(WrapperMember member, long offset) => member == WrapperMember.None
        ? BadDataFault.Cursor("record is not an object", "Every element of an array of records must be one.", offset)
        : BadDataFault.Cursor($"'{MemberNames.NameOf(member)}' holds a value that is no CloudTrail record", Explain(member), offset);

    /// <summary>A text is no JSON, or JSON in it is malformed.</summary>
    /// <param name="member">What the text is the value of.</param>
    /// <param name="reason">What is wrong with it; null where it does not begin like JSON.</param>
    /// <param name="offset">The text's offset in the object's decompressed data.</param>
    public static BadDataFault NoJson(WrapperMember member, string? reason, long offset)
    {
        var text = member == WrapperMember.None ? "a text where a record must be" : $"the text of '{MemberNames.NameOf(member)}'";
        return BadDataFault.Cursor(reason is null ? $"{text} holds no JSON" : $"{text} holds malformed JSON: {reason}", Explain(member), offset);
    }

    /// <summary>Too many things around one another.</summary>
    public static BadDataFault TooManyWrappers(int most, long offset) =>
        BadDataFault.Cursor($"records are wrapped more than {most} times", "No tool writes logs like that.", offset);

    private static string Explain(WrapperMember member) => member switch
    {
        WrapperMember.None =>
            $"It has none of CloudTrail's members (such as 'eventVersion' and 'eventName', in this case of letters) and none of {Names} around records. {HowSuchFilesComeAbout}",
        WrapperMember.Records => "It must be an array of CloudTrail's records; other services' notifications have a member of this name too.",
        WrapperMember.Events or WrapperMember.CloudTrailEvent =>
            "'aws cloudtrail lookup-events' gives each record as a text in 'CloudTrailEvent'; an answer that --query or jq cut down has lost it: take 'Events[].CloudTrailEvent'.",
        WrapperMember.Body or WrapperMember.Messages => "SQS gives what was sent in 'Body'; read the queue of CloudTrail's records alone.",
        WrapperMember.Detail => "EventBridge delivers other services' events in the same envelopes; keep those whose 'detail-type' ends in 'via CloudTrail'.",
        WrapperMember.Hits or WrapperMember.Source => "Elasticsearch gives each document in '_source'; search the index of CloudTrail's records alone.",
        _ => "CloudWatch Logs gives each record as a text in 'message'; read the log group of CloudTrail alone.",
    };

    private static string Names => string.Join(", ", Enumerable.Range(0, MemberNames.WrapperCount).Select(i => $"'{MemberNames.NameOf((WrapperMember)i)}'"));
}
