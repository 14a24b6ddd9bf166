using Spoor.Audit.Reports;

namespace Spoor.Audit.Cognito.Model;

/// <summary>A pool or role that is known from configuration or earlier records, and handed out or did nothing in the window.</summary>
/// <param name="Kind"><c>pool</c> or <c>role</c>.</param>
/// <param name="Name">Id of the pool, ARN of the role.</param>
/// <param name="Pool">Of a role: a pool that gives it.</param>
/// <param name="LastTime">Time of the last record that names it.</param>
/// <param name="LastKind">What that record is: <c>call</c>, <c>issue</c>, <c>cognito</c> (a token, an id ...), <c>config_change</c>, or <c>earlier_call</c>. Before the look-back few calls are read: an issue there may be followed by calls, and so may an earlier call, which stands only where nothing else is known.</param>
/// <param name="EventId">That record.</param>
public sealed record DormantReport(string Kind, string Name, string? Pool, string? LastTime, string LastKind, string EventId)
{
    /// <summary><c>last issued 2025-03-06 00:17</c>.</summary>
    internal string Last => LastKind switch
    {
        "call" => $"last called {Time}",
        "issue" => $"last issued {Time}",
        "cognito" => $"last asked for an id or token {Time}",
        "earlier_call" => $"called {Time} or later",
        _ => $"last configured {Time}",
    };

    private string Time => ReportNumbers.Minute(LastTime);
}
