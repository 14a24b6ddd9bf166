using System.Collections.Concurrent;
using System.Threading.Channels;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Results.Text;

namespace Spoor.Engine.Results.Writers;

/// <summary>Writes rows that can be rendered a batch at a time: several batches at once, one thread each, and written in their order.</summary>
/// <param name="output">Where to write.</param>
public abstract class BatchedResultWriter(Stream output) : ResultWriter
{
    // Bounds the memory: so many batches, and their texts, are at hand at most.
    private static readonly int s_batchesAhead = Environment.ProcessorCount;

    private readonly ConcurrentBag<TextBuffer> _buffers = [];

    /// <inheritdoc/>
    public override async Task<long> WriteAsync(QueryResult result, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rendered = Channel.CreateBounded<Task<RenderedRows>>(s_batchesAhead);
        var rendering = RenderAsync(result, rendered.Writer, stop.Token);
        try
        {
            await WriteAsync(buffer => RenderBegin(result, buffer), cancellationToken);
            var rows = 0L;
            await foreach (var batch in rendered.Reader.ReadAllAsync(cancellationToken))
            {
                var (count, text) = await batch;
                rows += count;
                await WriteAsync(text, cancellationToken);
            }

            await WriteAsync(buffer => RenderEnd(result, rows, buffer), cancellationToken);
            return rows;
        }
        finally
        {
            // The rows are read in place: nobody may still do so when the result is disposed of.
            await stop.CancelAsync();
            await rendering;
            while (rendered.Reader.TryRead(out var batch))
            {
                await Task.WhenAny(batch);
            }
        }
    }

    /// <summary>Renders what comes before the rows.</summary>
    private protected abstract void RenderBegin(QueryResult result, TextBuffer output);

    /// <summary>Renders the rows of a batch; called by several threads at once.</summary>
    private protected abstract void RenderBatch(QueryResult result, RowBatch batch, bool isFirst, TextBuffer output);

    /// <summary>Renders what comes after the rows.</summary>
    private protected abstract void RenderEnd(QueryResult result, long rowCount, TextBuffer output);

    /// <summary>Hands every batch to a thread. An error goes behind the batches before it.</summary>
    private async Task RenderAsync(QueryResult result, ChannelWriter<Task<RenderedRows>> rendered, CancellationToken cancellationToken)
    {
        Task<RenderedRows>? last = null;
        try
        {
            await foreach (var batch in result.Batches.WithCancellation(cancellationToken))
            {
                var (memory, isFirst) = (batch.Keep(), last is null);
                last = Task.Run(() => Render(result, batch, memory, isFirst), CancellationToken.None);
                await rendered.WriteAsync(last, cancellationToken);
            }

            rendered.Complete();
        }
        catch (Exception exception)
        {
            rendered.Complete(exception);
            await Task.WhenAny(last ?? Task.CompletedTask);
        }
    }

    private RenderedRows Render(QueryResult result, RowBatch batch, IDisposable? memory, bool isFirst)
    {
        using (memory)
        {
            var buffer = _buffers.TryTake(out var used) ? used : new TextBuffer();
            RenderBatch(result, batch, isFirst, buffer);
            return new RenderedRows(batch.RowCount, buffer);
        }
    }

    /// <summary>Renders something and writes it.</summary>
    private protected Task WriteAsync(Action<TextBuffer> render, CancellationToken cancellationToken)
    {
        var buffer = new TextBuffer();
        render(buffer);
        return WriteAsync(buffer, cancellationToken);
    }

    private async Task WriteAsync(TextBuffer text, CancellationToken cancellationToken)
    {
        await output.WriteAsync(text.Written, cancellationToken);
        await output.FlushAsync(cancellationToken);
        text.Clear();
        _buffers.Add(text);
    }

    private sealed record RenderedRows(int Count, TextBuffer Text);
}
