using System.Runtime.CompilerServices;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>Turns the wanted values of a record into one row of the request's columns.</summary>
internal sealed class RowConversion : IDisposable
{
    private readonly Target[] _targets;
    private readonly Target[] _refusable;
    private readonly Parent[] _parents;

    /// <param name="columns">The request's record columns.</param>
    /// <param name="root">Their paths, compiled.</param>
    /// <param name="keys">Names to keys, as the paths were compiled with.</param>
    /// <param name="format">Decides how values are taken.</param>
    /// <param name="options">SERDEPROPERTIES.</param>
    public RowConversion(IReadOnlyList<ScanColumn> columns, PathNode root, KeyMapping keys, RecordFormat format, SerDeOptions options)
    {
        Context = new ConversionContext(isLenient: format == RecordFormat.OpenXJsonLines, isLoose: format == RecordFormat.LooseCloudTrail);
        _targets = [.. columns.Select((column, index) => new Target(
            index, column.FieldNumber ?? index, column, root.At(column.Path.Select(keys.KeyOf)).Slot, ValueConverter.Compile(column.Type, format, options)))];
        _refusable = [.. _targets.Where(target => target.Converter.CanRefuse)];
        _parents = [.. _targets
            .SelectMany(target => Enumerable.Range(1, target.Column.Path.Count - 1).Select(depth =>
                new Parent(root.At(target.Column.Path.Take(depth).Select(keys.KeyOf)).Slot, target)))
            .DistinctBy(parent => parent.Slot)];
    }

    /// <summary>What the conversions of this reader share.</summary>
    public ConversionContext Context { get; }

    /// <summary>Whether every value converts; nothing is written.</summary>
    public BadDataFault? Check(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, long recordOffset)
    {
        foreach (var target in _refusable)
        {
            if (!target.Converter.Write(slots[target.Slot].In(record), DiscardingWriter.Instance, 0, Context))
            {
                return Fault(target, recordOffset);
            }
        }

        return CheckParents(record, slots, recordOffset);
    }

    /// <summary>Writes the row.</summary>
    /// <returns>What was refused, or null. After a refusal the writers hold a part of the row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public BadDataFault? Write(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, long recordOffset, ReadOnlySpan<ColumnWriter> writers, int row)
    {
        foreach (var target in _targets)
        {
            if (!target.Converter.Write(slots[target.Slot].In(record), writers[target.Index], row, Context))
            {
                return Fault(target, recordOffset);
            }
        }

        return CheckParents(record, slots, recordOffset);
    }

    public void Dispose() => Context.Dispose();

    // Where a path leads through a value that is no object, the column cannot be there.
    private BadDataFault? CheckParents(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, long recordOffset)
    {
        foreach (var parent in _parents)
        {
            ref readonly var slot = ref slots[parent.Slot];
            if (slot.Kind > JsonKind.Null && slot.Kind != JsonKind.Object && !NestedText.StandsForNoObject(slot.In(record), Context))
            {
                return Fault(parent.Target, recordOffset);
            }
        }

        return null;
    }

    private BadDataFault Fault(Target target, long recordOffset) => BadDataFault.Value(
        $"Error parsing field value '{Context.FaultValue}' for field {target.FieldNumber}: {Context.FaultReason}",
        string.Join('.', target.Column.Path),
        recordOffset);

    private sealed record Target(int Index, int FieldNumber, ScanColumn Column, int Slot, ValueConverter Converter);

    private sealed record Parent(int Slot, Target Target);
}
