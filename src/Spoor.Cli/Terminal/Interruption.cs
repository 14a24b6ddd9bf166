using System.Runtime.InteropServices;

namespace Spoor.Cli.Terminal;

/// <summary>Ctrl-C and SIGTERM while a command runs: they cancel it, and what has not stopped by itself soon after is given up.</summary>
/// <remarks>The first signal decides the exit code, however the command ends after it.</remarks>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(800);

    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource _overdue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer _patience;
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    /// <summary>Takes over the signals.</summary>
    public Interruption()
    {
        _patience = new Timer(_ => _overdue.TrySetResult());
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => React(context, Spoor.Cli.Terminal.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => React(context, Spoor.Cli.Terminal.ExitCode.Terminated)),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Done when a command has had its time to stop.</summary>
    public Task Overdue => _overdue.Task;

    /// <summary>What to say to the shell; null without a signal.</summary>
    public int? ExitCode => Volatile.Read(ref _exitCode) is not 0 and var code ? code : null;

    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _patience.Dispose();
        _source.Dispose();
    }

    private void React(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) == 0)
        {
            _patience.Change(s_patience, Timeout.InfiniteTimeSpan);
            _source.Cancel();
        }
    }
}
