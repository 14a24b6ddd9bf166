using System.Diagnostics;
using Spoor.Cli.Terminal;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Results.Text;

namespace Spoor.Cli.Output;

/// <summary>A line on standard error that shows how far a long scan has come; drawn only for a person, and only after a second.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);
    private readonly Lock _lock = new();
    private readonly TextWriter _output;
    private readonly ScanStatistics _statistics;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Timer? _timer;
    private bool _isDrawn;
    private bool _isOver;

    /// <summary>Starts to watch <paramref name="statistics"/>.</summary>
    public ProgressLine(CliConsole console, ScanStatistics statistics)
    {
        _output = console.Error;
        _statistics = statistics;
        if (console.IsErrorTerminal)
        {
            _timer = new Timer(_ => Draw(), null, s_delay, s_interval);
        }
    }

    /// <summary>Removes the line, for good: rows are about to be printed, or the work is over.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _isOver = true;
            if (_isDrawn)
            {
                _output.Write("\r\e[K");
                _output.Flush();
                _isDrawn = false;
            }
        }
    }

    internal static string Format(ScanStatistics statistics, TimeSpan elapsed)
    {
        var total = Math.Max(1, statistics.ObjectsListed);
        var done = Math.Min(total, statistics.ObjectsRead + statistics.ObjectsFailed + statistics.ObjectsLeftOut);
        var filled = (int)(BarWidth * done / total);
        return $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {Quantity.Count(done)}/{Quantity.Count(total)} objects · {Quantity.Count(statistics.RecordsRead)} records · {Quantity.Seconds(elapsed)}";
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                _output.Write($"\r\e[K{Format(_statistics, Stopwatch.GetElapsedTime(_started))}");
                _output.Flush();
                _isDrawn = true;
            }
        }
    }
}
