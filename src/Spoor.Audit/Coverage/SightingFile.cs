using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Spoor.Audit.Coverage;

/// <summary>Sightings of any number in little memory: they are put into groups by their ids, and each group is read back alone. What does not fit lies in one file.</summary>
/// <remarks>A group holds every sighting of its ids, so whoever compares sightings of one id needs one group at a time. Of ten million sightings it is 1.6 MB.</remarks>
/// <param name="folder">Where the file is made, if it is needed; only its owner may read it, and it is gone with the process.</param>
internal sealed class SightingFile(string folder) : IDisposable
{
    private const int GroupCount = 256;
    private const int BlockLength = 1024;

    private static readonly int s_blockBytes = BlockLength * Marshal.SizeOf<EventSighting>();

    private readonly Group[] _groups = [.. Enumerable.Range(0, GroupCount).Select(_ => new Group())];
    private SafeFileHandle? _file;
    private long _fileLength;

    /// <summary>Takes a sighting.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to.</exception>
    public void Add(in EventSighting sighting)
    {
        var group = _groups[(uint)sighting.Id.GetHashCode() % GroupCount];
        group.Last.Add(sighting);
        if (group.Last.Count == BlockLength)
        {
            _file ??= Create(folder);
            RandomAccess.Write(_file, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(group.Last)), _fileLength);
            group.Blocks.Add(_fileLength);
            _fileLength += s_blockBytes;
            group.Last.Clear();
        }
    }

    /// <summary>The groups, each with all sightings of its ids, in no order. The list is valid until the next one.</summary>
    public IEnumerable<List<EventSighting>> Groups()
    {
        var all = new List<EventSighting>();
        foreach (var group in _groups)
        {
            all.Clear();
            CollectionsMarshal.SetCount(all, (group.Blocks.Count * BlockLength) + group.Last.Count);
            var rest = CollectionsMarshal.AsSpan(all);
            foreach (var offset in group.Blocks)
            {
                Read(offset, MemoryMarshal.AsBytes(rest[..BlockLength]));
                rest = rest[BlockLength..];
            }

            CollectionsMarshal.AsSpan(group.Last).CopyTo(rest);
            yield return all;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Read(long offset, Span<byte> block)
    {
        while (block.Length > 0)
        {
            // Groups are read after blocks were written.
            var count = RandomAccess.Read(_file!, block, offset);
            if (count == 0)
            {
                throw new EndOfStreamException($"A temporary file in {folder} has lost its end.");
            }

            offset += count;
            block = block[count..];
        }
    }

    private static SafeFileHandle Create(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"spoor-{Guid.NewGuid():N}.sightings");
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // The name goes at once, the content with the handle: a process that is killed leaves nothing.
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Delete(path);
        }

        return file;
    }

    private sealed class Group
    {
        /// <summary>Where its full blocks lie in the file.</summary>
        public List<long> Blocks { get; } = [];

        /// <summary>The block that is not full yet.</summary>
        public List<EventSighting> Last { get; } = [];
    }
}
