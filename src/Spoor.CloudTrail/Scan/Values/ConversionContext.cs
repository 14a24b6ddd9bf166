using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>What the converters of one reader share: scratch space, and what was wrong with the last value refused.</summary>
internal sealed class ConversionContext(bool isLenient, bool isLoose = false) : IDisposable
{
    private const int LongestQuotedValue = 100;

    private byte[] _scratch = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>OpenX: a value that does not parse is NULL.</summary>
    public bool IsLenient { get; } = isLenient;

    /// <summary>Loose records: where an object should be and is none, its members are NULL; one odd member does not cost the record.</summary>
    public bool IsLoose { get; } = isLoose;

    /// <summary>Whether the record at hand is known to be valid UTF-8, so that its values are too; else each of them is validated.</summary>
    public bool IsValidUtf8 { get; set; }

    /// <summary>Whether a value since this was last reset has bytes that are not UTF-8, so that it was given with U+FFFD in their place.</summary>
    public bool HasRepaired { get; set; }

    /// <summary>The offending value as written, shortened.</summary>
    public string FaultValue { get; private set; } = "";

    /// <summary>Why it was refused.</summary>
    public string FaultReason { get; private set; } = "";

    /// <summary>Notes why a value is refused; returns false.</summary>
    public bool Refuse(in JsonValue value, string reason)
    {
        FaultValue = Quote(value);
        FaultReason = reason;
        return false;
    }

    /// <summary>Refuses a text that does not parse, in Java's words; under OpenX it is NULL instead.</summary>
    public bool RefuseText(in JsonValue value, ColumnWriter writer, int index)
    {
        if (IsLenient)
        {
            writer.WriteNull(index);
            return true;
        }

        return Refuse(value, $"For input string: \"{Quote(value)}\"");
    }

    /// <summary>A scalar's text: a string with its escapes resolved and as valid UTF-8, else the value as written. Valid until the next call.</summary>
    public ReadOnlySpan<byte> TextOf(scoped in JsonValue value)
    {
        if (value.Kind != JsonKind.String)
        {
            return value.Text;
        }

        var text = value.HasEscapes ? Unescaped(value.Text) : value.Text;
        return IsValidUtf8 || Utf8.IsValid(text) ? text : Repaired(text);
    }

    /// <summary>An object's or array's text without insignificant white space. Valid until the next call.</summary>
    public ReadOnlySpan<byte> CompactText(scoped in JsonValue value)
    {
        var text = value.HasWhiteSpace ? Compacted(value.Text) : value.Text;
        return IsValidUtf8 || Utf8.IsValid(text) ? text : Repaired(text);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_scratch);
        _scratch = [];
    }

    private byte[] Repaired(ReadOnlySpan<byte> text)
    {
        HasRepaired = true;
        return JsonValueText.Repair(text);
    }

    private ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> raw)
    {
        Reserve(raw.Length);
        return _scratch.AsSpan(0, JsonValueText.Unescape(raw, _scratch));
    }

    private ReadOnlySpan<byte> Compacted(ReadOnlySpan<byte> raw)
    {
        Reserve(raw.Length);
        return _scratch.AsSpan(0, JsonValueText.Compact(raw, _scratch));
    }

    private void Reserve(int bytes)
    {
        if (_scratch.Length < bytes)
        {
            ArrayPool<byte>.Shared.Return(_scratch);
            _scratch = ArrayPool<byte>.Shared.Rent(bytes);
        }
    }

    private string Quote(in JsonValue value)
    {
        var text = Encoding.UTF8.GetString(TextOf(value));
        return text.Length <= LongestQuotedValue ? text : $"{text.AsSpan(0, LongestQuotedValue)}...";
    }
}
