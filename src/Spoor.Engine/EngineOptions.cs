namespace Spoor.Engine;

/// <summary>Limits of an engine.</summary>
/// <param name="Threads">Worker threads; 0 for one per core.</param>
/// <param name="MemoryLimitInBytes">What the executor may hold before it spills; 0 for its default.</param>
/// <param name="SpillFolder">Where it spills; null for a folder of its own below the system's temporary folder, removed at the end.</param>
public sealed record EngineOptions(int Threads = 0, long MemoryLimitInBytes = 0, string? SpillFolder = null);
