namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;

/// <summary>Members of objects that hold records, or what records are in.</summary>
internal enum WrapperMember
{
    /// <summary>None: what is meant stands for itself, or in an array that does.</summary>
    None = -1,

    /// <summary>Of CloudTrail's own log files.</summary>
    Records,

    /// <summary>Of <c>lookup-events</c>; in lower case of <c>filter-log-events</c> and <c>get-log-events</c>.</summary>
    Events,

    /// <summary>Of Elasticsearch's and OpenSearch's answers, twice in one another.</summary>
    Hits,

    /// <summary>Of CloudWatch Logs' subscriptions.</summary>
    LogEvents,

    /// <summary>Of an EventBridge envelope.</summary>
    Detail,

    /// <summary>Of a hit.</summary>
    Source,

    /// <summary>Of one of <see cref="Events"/>: the record as a text.</summary>
    CloudTrailEvent,

    /// <summary>Of one of <see cref="LogEvents"/>: the record as a text. SNS writes it with a capital letter.</summary>
    Message,

    /// <summary>The same in answers of Logs Insights.</summary>
    QueriedMessage,

    /// <summary>Of a message of SQS: the record, or what is around it, as a text.</summary>
    Body,

    /// <summary>Of what Lambda gets from SNS.</summary>
    Sns,

    /// <summary>Of an answer of SQS.</summary>
    Messages,
}
