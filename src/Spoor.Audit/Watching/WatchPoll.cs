using Spoor.Core.Collections;

namespace Spoor.Audit.Watching;

/// <summary>What one look at the logs came to.</summary>
/// <param name="ObjectsListed">Logs that there are, known and new.</param>
/// <param name="Objects">New objects, as far as they were read.</param>
/// <param name="RecordsRead">Records in these.</param>
/// <param name="Records">Records kept of them.</param>
/// <param name="Sessions">New sessions.</param>
/// <param name="Findings">New findings.</param>
/// <param name="Problems">Objects that could not be read, or not all of them.</param>
/// <param name="Undelivered">Receivers that could not be told all, each with the reason. They are told later.</param>
public sealed record WatchPoll(int ObjectsListed, int Objects, long RecordsRead, int Records, int Sessions, int Findings, ValueList<WatchProblem> Problems, ValueList<string> Undelivered)
{
    /// <summary>Objects whose names say that they are no logs (digests, insights, other services').</summary>
    public int ObjectsLeftOut { get; init; }

    /// <summary>New objects that were looked into, as their names do not say what they are, and are no logs.</summary>
    public ValueList<WatchProblem> NoLogs { get; init; } = [];

    /// <summary>Findings told before that have changed.</summary>
    public int Updates { get; init; }
}

/// <summary>An object that could not be read, or not all of it.</summary>
/// <param name="Object">Full name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record WatchProblem(string Object, string Reason, int Attempts)
{
    /// <summary>So often an object is tried: it may have been half delivered.</summary>
    public const int MostAttempts = 5;

    /// <summary>It is not tried again unless it changes.</summary>
    public bool IsFinal => Attempts >= MostAttempts;
}
