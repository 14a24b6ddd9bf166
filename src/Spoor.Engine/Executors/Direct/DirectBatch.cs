using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Results.Columns;

namespace Spoor.Engine.Executors.Direct;

/// <summary>Rows by column, for readers that want values.</summary>
internal sealed class DirectBatch : IDirectBatch
{
    /// <summary>Rows of a full batch: few enough to stay in a processor's cache until they are rendered.</summary>
    public const int RowCapacity = 512;

    private readonly StoredColumn[] _columns;
    private readonly ColumnWriter[] _writers;
    private readonly ColumnReader[] _readers;

    /// <summary>A batch of the columns that a scan writes.</summary>
    /// <param name="types">Their types, in the order of the scan's writers.</param>
    /// <param name="output">For each column of the result, which of them it is.</param>
    public DirectBatch(ValueList<SqlType> types, ValueList<int> output)
    {
        _columns = [.. types.Select(StoredColumn.Create)];
        _writers = [.. _columns];
        _readers = [.. output.Select(column => _columns[column].Reader)];
        Array.ForEach(_columns, column => column.Reserve(RowCapacity));
    }

    /// <summary>The result's columns.</summary>
    public ColumnReader[] Readers => _readers;

    /// <inheritdoc/>
    public int Fill(IScanReader reader, CancellationToken cancellationToken)
    {
        Array.ForEach(_columns, column => column.Clear());
        return reader.Read(_writers, RowCapacity, cancellationToken);
    }
}
