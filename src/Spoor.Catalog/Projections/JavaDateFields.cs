namespace Spoor.Catalog.Projections;

/// <summary>The fields that a text has given so far.</summary>
internal sealed class JavaDateFields
{
    private int _year = 1970, _month = 1, _day = 1, _hour, _minute, _second;
    private int? _dayOfYear, _hourOfHalfDay;
    private bool _isAfternoon;
    private long _fractionTicks;

    public void Set(char letter, int count, int value)
    {
        switch (letter)
        {
            // Two letters mean 2000 to 2099 (appendValueReduced).
            case 'y': _year = count == 2 ? 2000 + value : value; break;
            case 'M': _month = value; break;
            case 'd': _day = value; break;
            case 'D': _dayOfYear = value; break;
            case 'H': _hour = value; break;
            case 'h': _hourOfHalfDay = value; break;
            case 'm': _minute = value; break;
            case 's': _second = value; break;
            case 'S': _fractionTicks = (long)(value * Math.Pow(10, 7 - count)); break;
        }
    }

    /// <summary>A month's or half day's name by its number from 0; a day's name tells nothing new.</summary>
    public void SetName(char letter, int index)
    {
        if (letter == 'M')
        {
            _month = index + 1;
        }
        else if (letter == 'a')
        {
            _isAfternoon = index == 1;
        }
    }

    /// <summary>The time; false when there is none such, as 30 February.</summary>
    public bool TryGetTime(out DateTime time)
    {
        var hour = _hourOfHalfDay is { } half ? (half % 12) + (_isAfternoon ? 12 : 0) : _hour;
        time = default;
        if (_year is < 1 or > 9999 || _month is < 1 or > 12 || hour > 23 || _hourOfHalfDay is < 1 or > 12 || _minute > 59 || _second > 59)
        {
            return false;
        }

        var day = _dayOfYear is null ? _day : _dayOfYear.Value;
        var lastDay = _dayOfYear is null ? DateTime.DaysInMonth(_year, _month) : new DateTime(_year, 12, 31).DayOfYear;
        if (day < 1 || day > lastDay)
        {
            return false;
        }

        var month = _dayOfYear is null ? _month : 1;
        time = new DateTime(_year, month, 1, hour, _minute, _second, DateTimeKind.Utc).AddDays(day - 1).AddTicks(_fractionTicks);
        return true;
    }
}
