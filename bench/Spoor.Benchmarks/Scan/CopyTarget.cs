namespace Spoor.Benchmarks.Scan;

/// <summary>The file that a work writes. It is new in every run, and what deletes it is not measured.</summary>
/// <remarks>
/// A file system may write a file out when it is closed after it was cut to nothing (ext4 does, for those who replace files carelessly), and deleting it then waits
/// for the disk: of that the time of a copy was a quarter.
/// </remarks>
internal sealed class CopyTarget : IDisposable
{
    /// <summary>Where the file is to be; nothing is there before it is written and after <see cref="Delete"/>.</summary>
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"spoor-bench-{Guid.NewGuid():N}.csv");

    /// <summary>Deletes what a run wrote.</summary>
    public void Delete() => File.Delete(Path);

    /// <inheritdoc/>
    public void Dispose() => Delete();
}
