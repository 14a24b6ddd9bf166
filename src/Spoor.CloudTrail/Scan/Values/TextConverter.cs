using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Json;
using Spoor.Core.Types;

namespace Spoor.CloudTrail.Scan.Values;

/// <summary>varchar, char, json: a scalar's source text; an object's or array's JSON text where the format gives it.</summary>
internal sealed class TextConverter(SqlType type, bool takesNestedText) : ValueConverter
{
    private readonly int _longest = type switch
    {
        VarcharType { Length: { } length } => length,
        CharType { Length: var length } => length,
        _ => int.MaxValue,
    };

    /// <summary>Whether texts can be too long for the type.</summary>
    public bool HasLimit => _longest != int.MaxValue;

    public override bool CanRefuse => !takesNestedText;

    /// <summary>The text of a value that is not null, valid until the context's next one. False when the value is refused.</summary>
    public bool TryRead(scoped in JsonValue value, ConversionContext context, out ReadOnlySpan<byte> utf8)
    {
        var isNested = value.Kind is JsonKind.Object or JsonKind.Array;
        utf8 = isNested && !takesNestedText ? default : Truncate(isNested ? context.CompactText(value) : context.TextOf(value));
        return !isNested || takesNestedText;
    }

    protected override bool WriteValue(in JsonValue value, ColumnWriter writer, int index, ConversionContext context)
    {
        if (!TryRead(value, context, out var text))
        {
            return context.Refuse(value, "Invalid JSON: varchar value must be a scalar json value");
        }

        writer.WriteText(index, text);
        return true;
    }

    // A length counts code points: bytes that do not continue one.
    private ReadOnlySpan<byte> Truncate(ReadOnlySpan<byte> text)
    {
        if (text.Length <= _longest)
        {
            return text;
        }

        var points = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if ((text[i] & 0xC0) != 0x80 && points++ == _longest)
            {
                return text[..i];
            }
        }

        return text;
    }
}
