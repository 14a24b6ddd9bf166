namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;

/// <summary>What an object in a file of logs is.</summary>
internal enum ObjectKind
{
    /// <summary>A record.</summary>
    Record,

    /// <summary>Something around records.</summary>
    Wrapper,

    /// <summary>CloudWatch Logs' test of a subscription, which holds no record.</summary>
    ControlMessage,

    /// <summary>Neither.</summary>
    Other,
}
