using Spoor.Benchmarks.Scan;

namespace Spoor.Benchmarks.S3;

/// <summary>What one work took.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Timing">Seconds of a run.</param>
/// <param name="ObjectsPerSecond">Of the median.</param>
/// <param name="Answer">The rows of the answer, which are the same for all works.</param>
internal sealed record S3Row(string Work, Timing Timing, double ObjectsPerSecond, string Answer);
