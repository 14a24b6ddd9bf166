using Spoor.Audit.Policies.Iam;
using Spoor.Core.Collections;

namespace Spoor.Audit.Policies;

/// <summary>Calls added up: number, times, examples, what they were made on.</summary>
internal sealed class CallTally
{
    private const int MostExamples = 10;
    private readonly SortedSet<string> _events = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _errors = new(StringComparer.Ordinal);
    private readonly List<string> _examples = [];

    public long Calls { get; private set; }

    public string? FirstTime { get; private set; }

    public string? LastTime { get; private set; }

    public string? Note { get; set; }

    /// <summary>Calls whose records do not tell what they were made on.</summary>
    public long WithoutResource { get; private set; }

    public ResourceSet Resources { get; } = new();

    public ValueList<string> Events => _events.ToValueList();

    public ValueList<string> Errors => _errors.ToValueList();

    public ValueList<string> Examples => _examples.ToValueList();

    public void Add(RoleCall call, UsedResources? resources)
    {
        Calls++;
        _events.Add(call.Event);
        if (call.ErrorCode is { } error)
        {
            _errors.Add(error);
        }

        if (_examples.Count < MostExamples)
        {
            _examples.Add(call.EventId);
        }

        if (call.Time is { } time)
        {
            FirstTime = FirstTime is null || string.CompareOrdinal(time, FirstTime) < 0 ? time : FirstTime;
            LastTime = LastTime is null || string.CompareOrdinal(time, LastTime) > 0 ? time : LastTime;
        }

        WithoutResource += resources?.IsUnknown == true ? 1 : 0;
        foreach (var pattern in resources?.Patterns ?? [])
        {
            Resources.Add(pattern);
        }
    }
}
