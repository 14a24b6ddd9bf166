using Spoor.Audit.Findings;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Watching;

/// <summary>What is watched.</summary>
/// <param name="Logs">A folder, or an <c>s3://</c> prefix, that holds an <c>AWSLogs/</c> tree, or lies in one, or holds loose <c>.json</c> and <c>.json.gz</c> files.</param>
/// <param name="StateFile">Where the watch remembers what it has read and told.</param>
public sealed record WatchRequest(string Logs, string StateFile)
{
    /// <summary>Rules look this far back from the newest record; what is older is forgotten, but for the configuration of pools and roles.</summary>
    public int KeepDays { get; init; } = 90;

    /// <summary>Objects that stay unreadable are given up, instead of ending the watch.</summary>
    public bool SkipsBad { get; init; }

    /// <summary>The rules to run.</summary>
    public ValueList<FindingRule> Rules { get; init; } = RuleSet.BuiltIn;

    /// <summary>Serves logs under an <c>s3://</c> prefix; null: only folders can be read.</summary>
    public IObjectStore? Objects { get; init; }

    /// <summary>Tells the time, and passes it between two looks.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
