using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;

/// <summary>The names by which records and their wrappers are told.</summary>
internal static class MemberNames
{
    // In the order of WrapperMember.
    private static readonly string[] s_wrappers = ["Records", "Events", "hits", "logEvents", "detail", "_source", "CloudTrailEvent", "message", "@message", "body", "Sns", "Messages"];

    // The writers of wrappers differ in case, and no record has such a member in any case.
    private static readonly NameTable s_wrapperTable = new([.. s_wrappers.Select(name => name.ToLowerInvariant())], NameMatching.Default);

    // Case is what tells a record from an Event of lookup-events ("EventName"). Names that other things have too (resources, apiVersion, errorCode) prove nothing.
    private static readonly NameTable s_ownTable = new(
        [
            "eventVersion", "eventSource", "eventTime", "eventName", "eventID", "eventType", "eventCategory", "userIdentity", "awsRegion", "sourceIPAddress",
            "requestParameters", "responseElements", "additionalEventData", "serviceEventDetails", "recipientAccountId", "sharedEventID", "managementEvent",
            "insightDetails", "eventContext", "vpcEndpointId", "vpcEndpointAccountId", "sessionCredentialFromConsole", "edgeDeviceDetails", "tlsDetails",
        ],
        new NameMatching(IgnoreCase: false, DotsAsUnderscores: false));

    private static readonly NameTable s_messageType = new(["messagetype"], NameMatching.Default);

    /// <summary>How many wrappers there are.</summary>
    public static int WrapperCount => s_wrappers.Length;

    /// <summary>Whether the key, between its quotes, is one of CloudTrail's own.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hasEscapes">Whether it has escapes.</param>
    /// <param name="isVersion">Whether it is <c>eventVersion</c>, which every record has, and nothing around records but notifications.</param>
    /// <param name="isSource">Whether it is <c>eventSource</c>, which tells notifications from records.</param>
    public static bool IsOwn(ReadOnlySpan<byte> key, bool hasEscapes, out bool isVersion, out bool isSource)
    {
        var position = s_ownTable.Find(key, hasEscapes);
        isVersion = position == 0;
        isSource = position == 1;
        return position >= 0;
    }

    /// <summary>The wrapper whose member the key, between its quotes, is.</summary>
    public static WrapperMember WrapperOf(ReadOnlySpan<byte> key, bool hasEscapes) => (WrapperMember)s_wrapperTable.Find(key, hasEscapes);

    /// <summary>Whether the key says what a document of CloudWatch Logs is for.</summary>
    public static bool IsMessageType(ReadOnlySpan<byte> key, bool hasEscapes) => s_messageType.Find(key, hasEscapes) >= 0;

    /// <summary>Whether the member is a list, for which <c>null</c> is as good as an empty one.</summary>
    public static bool IsList(WrapperMember member) => member is >= WrapperMember.Records and <= WrapperMember.LogEvents;

    /// <summary>Whether the member may hold more than what fits in memory.</summary>
    public static bool IsLong(WrapperMember member) => member is >= WrapperMember.Records and <= WrapperMember.Hits;

    /// <summary>The member's name as it is mostly written.</summary>
    public static string NameOf(WrapperMember member) => s_wrappers[(int)member];
}
