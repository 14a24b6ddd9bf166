using System.Runtime.CompilerServices;
using System.Text;
using Spoor.Core.Collections;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Watching;

/// <summary>Kept records as a small trail in memory: the audit reads them as it reads any other.</summary>
internal sealed class KeptRecordsStore : IObjectStore
{
    /// <summary>Where the trail lies.</summary>
    public const string Location = "s3://kept/";

    private const int RecordsOfAnObject = 10_000;
    private readonly List<(ObjectEntry Entry, byte[] Content)> _objects = [];

    public KeptRecordsStore(IEnumerable<string> records)
    {
        foreach (var part in records.Chunk(RecordsOfAnObject))
        {
            var content = Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', part.Select(AsRecord))}}]}""");
            _objects.Add((new ObjectEntry(new ObjectName("kept", $"{_objects.Count:00000}.json"), content.Length, DateTimeOffset.UnixEpoch, ETag: null), content));
        }
    }

    // Kept records have the names of columns, in lower case, while a record is told by a name as CloudTrail spells it. Of a member that repeats the last counts.
    private static string AsRecord(string kept) => kept == "{}" ? "{\"eventVersion\":null}" : $"{{\"eventVersion\":null,{kept[1..]}";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ValueList<ObjectEntry>> ListAsync(ObjectName prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var entries = _objects.Select(item => item.Entry).Where(entry => entry.Name.Key.StartsWith(prefix.Key, StringComparison.Ordinal)).ToValueList();
        if (entries.Count > 0)
        {
            yield return entries;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenReadAsync(ObjectName name, long offset, CancellationToken cancellationToken)
    {
        var content = _objects.Find(item => item.Entry.Name == name).Content;
        return ValueTask.FromResult<Stream>(new MemoryStream(content, (int)offset, content.Length - (int)offset, writable: false));
    }
}
