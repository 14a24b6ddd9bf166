using Spoor.Core.Collections;

namespace Spoor.Audit.Watching;

/// <summary>What a look at the logs read, before anything is made of it.</summary>
/// <param name="Listed">Logs that there are, known and new.</param>
/// <param name="LeftOut">Objects whose names say that they are no logs.</param>
/// <param name="Objects">New objects, as far as they were read.</param>
/// <param name="RecordsRead">Records in these.</param>
/// <param name="Records">Records kept of them.</param>
/// <param name="NoLogs">New objects that were looked into, as their names do not say what they are, and are no logs.</param>
/// <param name="Problems">Objects that could not be read, or not all of them.</param>
internal sealed record WatchReading(int Listed, int LeftOut, int Objects, long RecordsRead, int Records, ValueList<WatchProblem> NoLogs, ValueList<WatchProblem> Problems);
