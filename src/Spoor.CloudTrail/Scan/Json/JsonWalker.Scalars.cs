namespace Spoor.CloudTrail.Scan.Json;

/// <content>Escapes, literals and numbers.</content>
internal ref partial struct JsonWalker
{
    // at: the byte that ended a plain run, other than a quote.
    private bool PassEscape(ref int at)
    {
        if (_data[at] != (byte)'\\')
        {
            Position = at;
            return Malformed();
        }

        SawEscape = true;
        if (at + 1 >= _data.Length)
        {
            return End();
        }

        switch (_data[at + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                at += 2;
                return true;
            case (byte)'/':
                SawHiddenText = true;
                at += 2;
                return true;
            case (byte)'u':
                SawHiddenText = true;
                return PassHexDigits(ref at);
            default:
                Position = at;
                return Malformed();
        }
    }

    private bool PassHexDigits(ref int at)
    {
        var end = Math.Min(at + 6, _data.Length);
        for (var i = at + 2; i < end; i++)
        {
            if (!char.IsAsciiHexDigit((char)_data[i]))
            {
                Position = at;
                return Malformed();
            }
        }

        if (end < at + 6)
        {
            return End();
        }

        at = end;
        return true;
    }

    private bool PassLiteral(ReadOnlySpan<byte> literal)
    {
        var rest = _data[Position..];
        if (rest.StartsWith(literal))
        {
            Position += literal.Length;
            return true;
        }

        return literal.StartsWith(rest) ? End() : Malformed();
    }

    private bool PassNumber()
    {
        var at = Position;
        if (_data[at] == (byte)'-' && ++at == _data.Length)
        {
            return End();
        }

        if (_data[at] == (byte)'0')
        {
            at++;
        }
        else if (!PassDigits(ref at))
        {
            return false;
        }

        if (at < _data.Length && _data[at] == (byte)'.')
        {
            at++;
            if (!PassDigits(ref at))
            {
                return false;
            }
        }

        if (at < _data.Length && (_data[at] | 0x20) == (byte)'e' && !PassExponent(ref at))
        {
            return false;
        }

        // A number at the end of the buffer may go on after it.
        if (at == _data.Length && !_isFinal)
        {
            return End();
        }

        Position = at;
        return true;
    }

    private bool PassExponent(ref int at)
    {
        at++;
        if (at < _data.Length && _data[at] is (byte)'+' or (byte)'-')
        {
            at++;
        }

        return PassDigits(ref at);
    }

    // At least one digit.
    private bool PassDigits(ref int at)
    {
        var start = at;
        while (at < _data.Length && char.IsAsciiDigit((char)_data[at]))
        {
            at++;
        }

        if (at > start)
        {
            return true;
        }

        if (at == _data.Length)
        {
            return End();
        }

        Position = at;
        return Malformed();
    }
}
