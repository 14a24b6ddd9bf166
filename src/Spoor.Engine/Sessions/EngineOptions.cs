namespace Spoor.Engine.Sessions;

/// <summary>Limits of an engine.</summary>
/// <param name="Threads">Worker threads at most; 0 for one per core.</param>
/// <param name="MemoryInBytes">What the process is to stay within, about; 0 for four fifths of what the machine or the container has.</param>
/// <param name="SpillFolder">Where each database makes a folder to spill into, and removes what killed processes left; null for the system's temporary folder.</param>
public sealed record EngineOptions(int Threads = 0, long MemoryInBytes = 0, string? SpillFolder = null)
{
    // What a process has beside the executor: the runtime, code and what allocators do not give back; for each thread an object, whole and decompressed, and the rows on
    // their way. Measured: 150 to 280 MB for one and two threads.
    private const long OwnBytes = 160L << 20;
    private const long OwnBytesOfThread = 64L << 20;

    // DuckDB sorts wide rows in parts of this size for each thread, however little memory there is, and fails with less: fewer threads, then.
    private const long ExecutorBytesOfThread = 256L << 20;

    // With less, DuckDB cannot even spill.
    private const long LeastExecutorBytes = 64L << 20;

    /// <summary>What the executor holds at most, however much there is; for work that gains nothing from more.</summary>
    public long MostExecutorBytes { get; init; } = long.MaxValue;

    /// <summary>The threads meant, at least one.</summary>
    internal int ThreadCount => Threads > 0 ? Threads : Environment.ProcessorCount;

    /// <summary>The threads that the executor gets: all that the memory is enough for.</summary>
    internal int ExecutorThreads => (int)Math.Clamp((Memory - OwnBytes) / (OwnBytesOfThread + ExecutorBytesOfThread), 1, ThreadCount);

    /// <summary>What the executor may hold before it spills: the memory without what the scan and the rest of the process need.</summary>
    internal long ExecutorBytes => Math.Clamp(Memory - OwnBytes - (ExecutorThreads * OwnBytesOfThread), LeastExecutorBytes, Math.Max(LeastExecutorBytes, MostExecutorBytes));

    // The runtime takes nine tenths of the machine's memory, or of the container's limit, for a high load.
    private long Memory => MemoryInBytes > 0 ? MemoryInBytes : GC.GetGCMemoryInfo().HighMemoryLoadThresholdBytes / 9 * 8;
}
