using Spoor.Core.Errors;

namespace Spoor.Engine.Executors.DuckDb.Native;

/// <summary>One row of a call of a C# scalar function: its arguments, and the place of its result.</summary>
internal unsafe ref struct ScalarFunctionRow
{
    private const long MaxZonedMilliseconds = 1L << 51;

    private readonly ResultVector _result;
    private readonly ArgumentVector* _vectors;
    private bool _isSet;

    internal ScalarFunctionRow(int argumentCount, nint result, ArgumentVector* vectors)
    {
        _result = new ResultVector(result);
        _vectors = vectors;
        ArgumentCount = argumentCount;
    }

    internal int ArgumentCount { get; }

    internal int Row { get; private set; }

    /// <summary>The vector of an argument, for lists, maps and structs.</summary>
    internal readonly ArgumentVector Vector(int argument) => _vectors[argument];

    internal readonly bool IsNull(int argument) => Vector(argument).IsNull(Row);

    internal readonly ReadOnlySpan<byte> Bytes(int argument) => Vector(argument).Bytes(Row);

    internal readonly string Text(int argument) => Vector(argument).Text(Row);

    internal readonly T Value<T>(int argument)
        where T : unmanaged => Vector(argument).Value<T>(Row);

    internal readonly bool Boolean(int argument) => Value<byte>(argument) != 0;

    /// <summary>A zoned timestamp's instant in microseconds since 1970 UTC.</summary>
    internal readonly long Instant(int argument) => Vector(argument).Field(0).Value<long>(Row);

    /// <summary>A zoned timestamp's zone.</summary>
    internal readonly ReadOnlySpan<byte> Zone(int argument) => Vector(argument).Field(1).Bytes(Row);

    internal readonly bool AnyNull()
    {
        for (var argument = 0; argument < ArgumentCount; argument++)
        {
            if (IsNull(argument))
            {
                return true;
            }
        }

        return false;
    }

    internal void Set<T>(T value)
        where T : unmanaged
    {
        _result.Set(Row, value);
        _isSet = true;
    }

    internal void SetBoolean(bool value) => Set(value ? (byte)1 : (byte)0);

    internal void SetBytes(scoped ReadOnlySpan<byte> bytes)
    {
        _result.SetBytes(Row, bytes);
        _isSet = true;
    }

    internal void SetText(string text)
    {
        _result.SetText(Row, text);
        _isSet = true;
    }

    /// <exception cref="QueryException">INVALID_CAST_ARGUMENT: more milliseconds than the 52 bits that Trino has for them.</exception>
    internal void SetZoned(long epochMicroseconds, string zone)
    {
        if (Math.Abs(epochMicroseconds / 1000) > MaxZonedMilliseconds)
        {
            throw new QueryException(ErrorCode.InvalidCastArgument, span: null, $"Out of range for timestamp with time zone: {epochMicroseconds / 1000}");
        }

        _result.Field(0).Set(Row, epochMicroseconds);
        _result.Field(1).SetText(Row, zone);
        _isSet = true;
    }

    /// <summary>A list of texts; null elements are NULL.</summary>
    internal void SetTexts(IReadOnlyList<string?> texts)
    {
        var offset = _result.StartList(Row, texts.Count);
        WriteTexts(_result.Elements(), offset, texts);
        _isSet = true;
    }

    /// <summary>A map of texts to texts.</summary>
    internal void SetMap(IReadOnlyList<KeyValuePair<string, string?>> entries)
    {
        var offset = _result.StartList(Row, entries.Count);
        var elements = _result.Elements();
        WriteTexts(elements.Field(0), offset, entries.Select(entry => (string?)entry.Key).ToList());
        WriteTexts(elements.Field(1), offset, entries.Select(entry => entry.Value).ToList());
        _isSet = true;
    }

    /// <summary>A list of values without NULL.</summary>
    internal void SetList<T>(IReadOnlyList<T> values)
        where T : unmanaged
    {
        var offset = _result.StartList(Row, values.Count);
        var elements = _result.Elements();
        for (var i = 0; i < values.Count; i++)
        {
            elements.Set(offset + i, values[i]);
        }

        _isSet = true;
    }

    internal void Start(int row)
    {
        Row = row;
        _isSet = false;
    }

    /// <summary>Makes the row NULL when the body set nothing.</summary>
    internal readonly void Finish(bool isStruct)
    {
        if (_isSet)
        {
            return;
        }

        _result.SetNull(Row);
        if (isStruct)
        {
            _result.Field(0).SetNull(Row);
            _result.Field(1).SetNull(Row);
        }
    }

    private static void WriteTexts(ResultVector elements, int offset, IReadOnlyList<string?> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] is { } text)
            {
                elements.SetText(offset + i, text);
            }
            else
            {
                elements.SetNull(offset + i);
            }
        }
    }
}
