using System.Security.Cryptography;
using System.Text;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Sessions;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Watching;

/// <summary>Follows a trail: tells of new sessions of pools and of findings as objects arrive, each once, whatever order they arrive in and however often the process ends.</summary>
/// <remarks>
/// Reading is a transaction per batch of objects; what rules say of it, and the lines that tell of it, are another. A receiver's place among the lines is
/// remembered when it has them. So a process that is killed goes on where its last transaction ended.
/// </remarks>
public sealed class TrailWatch : IDisposable
{
    private const int LinesOfADelivery = 100;
    private readonly WatchRequest _request;
    private readonly WatchState _state;
    private readonly NewObjectReader _reader;
    private readonly RuleEvaluation _rules;
    private readonly IReadOnlyList<IWatchReceiver> _receivers;
    private readonly HashSet<string> _resumed = new(StringComparer.Ordinal);

    private TrailWatch(WatchState state, WatchRequest request, EngineOptions options, IReadOnlyList<IWatchReceiver> receivers)
    {
        _request = request;
        _state = state;
        _receivers = receivers;
        _reader = new NewObjectReader(request, state, options);
        _rules = new RuleEvaluation(request, state, options);
        foreach (var receiver in receivers)
        {
            state.Delivered(receiver.Name); // From now on all is told to it.
        }
    }

    /// <summary>Opens the state, or makes it.</summary>
    /// <exception cref="QueryException">The state cannot be used.</exception>
    public static TrailWatch Open(WatchRequest request, EngineOptions options, IReadOnlyList<IWatchReceiver> receivers)
    {
        var state = WatchState.Open(request.StateFile, LocationOf(request.Logs));
        try
        {
            return new TrailWatch(state, request, options, receivers);
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }

    /// <summary>The logs by a name that is the same wherever the command runs.</summary>
    public static string LocationOf(string logs) => ObjectName.TryParse(logs, out var name) ? name.ToString().TrimEnd('/') : Path.TrimEndingDirectorySeparator(Path.GetFullPath(logs));

    /// <summary>The file for the state of a watch of these logs: one for each location.</summary>
    /// <param name="home">Spoor's home.</param>
    /// <param name="logs">The logs.</param>
    public static string StateFileIn(string home, string logs) =>
        Path.Combine(home, "watch", $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LocationOf(logs))))[..16]}.db");

    /// <summary>Looks once: reads what is new, runs the rules if that matters to them, and delivers.</summary>
    /// <exception cref="QueryException">The logs cannot be listed, or a rule is at fault.</exception>
    public async Task<WatchPoll> PollAsync(CancellationToken cancellationToken)
    {
        var undelivered = await DeliverAsync(cancellationToken); // What a killed process left over comes first.
        var reading = await _reader.ReadAsync(cancellationToken);
        var (sessions, findings, updates) = _state.IsDirty ? await _rules.RunAsync(_request.Clock.GetUtcNow(), cancellationToken) : (0, 0, 0);
        if (sessions + findings + updates > 0)
        {
            undelivered = await DeliverAsync(cancellationToken);
        }

        return new WatchPoll(reading.Listed, reading.Objects, reading.RecordsRead, reading.Records, sessions, findings, reading.Problems, undelivered)
        {
            Updates = updates,
            ObjectsLeftOut = reading.LeftOut,
            NoLogs = reading.NoLogs,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();

    private async Task<ValueList<string>> DeliverAsync(CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        foreach (var receiver in _receivers)
        {
            try
            {
                await DeliverAsync(receiver, cancellationToken);
            }
            catch (IOException exception)
            {
                failed.Add($"{receiver.Name}: {exception.Message}");
            }
        }

        _state.ForgetLines(_receivers.Select(receiver => receiver.Name));
        return failed.ToValueList();
    }

    private async Task DeliverAsync(IWatchReceiver receiver, CancellationToken cancellationToken)
    {
        var delivered = _state.Delivered(receiver.Name);
        if (_resumed.Add(receiver.Name) && receiver.Resume(delivered, _state.LinesAfter(delivered, int.MaxValue)) is var has && has > delivered)
        {
            _state.SetDelivered(receiver.Name, delivered = has);
        }

        while (_state.LinesAfter(delivered, LinesOfADelivery) is { Count: > 0 } lines)
        {
            await receiver.DeliverAsync(lines, cancellationToken);
            delivered = lines[^1].Sequence;
            _state.SetDelivered(receiver.Name, delivered);
        }
    }
}
