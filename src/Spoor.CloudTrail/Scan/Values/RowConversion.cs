using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>Turns the wanted values of a record into one row of the request's columns.</summary>
internal sealed class RowConversion : IDisposable
{
    // From so many columns on it costs less to validate the whole record than each of its values.
    private const int ManyColumns = 8;

    // Of all of the record's bytes.
    private const int RootSlot = 0;

    private readonly Target[] _targets;
    private readonly Target[] _refusable;
    private readonly Parent[] _parents;

    /// <param name="columns">The request's record columns.</param>
    /// <param name="converters">Their converters.</param>
    /// <param name="root">All paths that these need, compiled.</param>
    /// <param name="keys">Names to keys, as the paths were compiled with.</param>
    /// <param name="format">Decides how values are taken.</param>
    public RowConversion(IReadOnlyList<ScanColumn> columns, IReadOnlyList<ValueConverter> converters, PathNode root, KeyMapping keys, RecordFormat format)
    {
        Context = new ConversionContext(isLenient: format == RecordFormat.OpenXJsonLines, isLoose: format == RecordFormat.LooseCloudTrail);
        _targets = [.. columns.Select((column, index) => new Target(
            index, column.FieldNumber ?? index, column, SlotConverter.Compile(converters[index], root.At(column.Path.Select(keys.KeyOf)))))];
        _refusable = [.. _targets.Where(target => target.Converter.CanRefuse)];
        _parents = [.. _targets
            .SelectMany(target => Enumerable.Range(1, Math.Max(0, target.Column.Path.Count - 1)).Select(depth =>
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
            if (!target.Converter.Write(record, slots, DiscardingWriter.Instance, 0, Context))
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
        Context.IsValidUtf8 = _targets.Length >= ManyColumns && Utf8.IsValid(slots[RootSlot].In(record).Text);
        var refused = WriteTargets(record, slots, writers, row);
        Context.IsValidUtf8 = false;
        return refused is null ? CheckParents(record, slots, recordOffset) : Fault(refused, recordOffset);
    }

    public void Dispose() => Context.Dispose();

    // The column whose value was refused.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Target? WriteTargets(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ReadOnlySpan<ColumnWriter> writers, int row)
    {
        foreach (var target in _targets)
        {
            if (!target.Converter.Write(record, slots, writers[target.Index], row, Context))
            {
                return target;
            }
        }

        return null;
    }

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

    private sealed record Target(int Index, int FieldNumber, ScanColumn Column, SlotConverter Converter);

    private sealed record Parent(int Slot, Target Target);
}
