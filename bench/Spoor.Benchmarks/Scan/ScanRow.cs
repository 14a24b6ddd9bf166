namespace Spoor.Benchmarks.Scan;

/// <summary>A measured work.</summary>
internal sealed record ScanRow(Work Work, Timing Timing, Answer Answer);
