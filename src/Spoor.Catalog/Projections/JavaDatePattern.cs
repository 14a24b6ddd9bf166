using System.Globalization;
using System.Text;

namespace Spoor.Catalog.Projections;

/// <summary>A pattern of Java's <c>DateTimeFormatter</c> for UTC, English: formats and parses. Fields that a text lacks are the first there is (January, the 1st, midnight).</summary>
/// <remarks>Known letters are those of dates and times; weeks, eras, zones and optional sections are refused.</remarks>
/// <seealso href="https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/format/DateTimeFormatter.html"/>
internal sealed class JavaDatePattern
{
    private static readonly DateTimeFormatInfo s_english = CultureInfo.InvariantCulture.DateTimeFormat;

    private readonly List<Element> _elements;

    private JavaDatePattern(string text, List<Element> elements)
    {
        Text = text;
        _elements = elements;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Whether a text tells the year, so that a later time never has an equal text again.</summary>
    public bool HasYear => Has('y');

    /// <summary>Whether the letter stands for a field of the pattern (<c>u</c> counts as <c>y</c>, <c>L</c> as <c>M</c>).</summary>
    public bool Has(char letter) => _elements.Exists(element => element.Letter == letter);

    /// <summary>Reads a pattern; otherwise the error is Java's sentence.</summary>
    public static bool TryCreate(string text, out JavaDatePattern pattern, out string error)
    {
        var elements = new List<Element>();
        error = "";
        for (var i = 0; i < text.Length && error.Length == 0;)
        {
            i = text[i] switch
            {
                '\'' => ReadQuoted(text, i, elements, out error),
                var c when char.IsAsciiLetter(c) => ReadField(text, i, elements, out error),
                _ => ReadLiteral(text, i, elements, out error),
            };
        }

        pattern = new JavaDatePattern(text, elements);
        return error.Length == 0;
    }

    public string Format(DateTime time)
    {
        var text = new StringBuilder(Text.Length + 4);
        foreach (var element in _elements)
        {
            if (element.Letter == '\0')
            {
                text.Append(element.Literal);
            }
            else if (element.IsText)
            {
                text.Append(Names(element)[NameIndex(element.Letter, time)]);
            }
            else
            {
                var number = Number(element, time).ToString(CultureInfo.InvariantCulture);
                text.Append('0', Math.Max(0, element.Count - number.Length)).Append(number);
            }
        }

        return text.ToString();
    }

    public bool TryParse(string text, out DateTime time)
    {
        var fields = new JavaDateFields();
        var position = 0;
        for (var i = 0; i < _elements.Count; i++)
        {
            var isNextNumber = i + 1 < _elements.Count && _elements[i + 1] is { Letter: not '\0', IsText: false };
            var length = Read(text.AsSpan(position), _elements[i], isNextNumber, fields);
            if (length < 0)
            {
                time = default;
                return false;
            }

            position += length;
        }

        time = default;
        return position == text.Length && fields.TryGetTime(out time);
    }

    private static int Read(ReadOnlySpan<char> text, Element element, bool isNextNumber, JavaDateFields fields)
    {
        if (element.Letter == '\0')
        {
            return text.StartsWith(element.Literal, StringComparison.Ordinal) ? element.Literal.Length : -1;
        }

        if (element.IsText)
        {
            return ReadName(text, element, fields);
        }

        // One letter takes as many digits as there are, more letters that many; so do letters right before another number.
        var maximum = element.Count > 1 ? element.Count : isNextNumber ? 1 : 4;
        var length = 0;
        while (length < text.Length && length < maximum && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        if (length < element.Count)
        {
            return -1;
        }

        fields.Set(element.Letter, element.Count, int.Parse(text[..length], CultureInfo.InvariantCulture));
        return length;
    }

    private static int ReadName(ReadOnlySpan<char> text, Element element, JavaDateFields fields)
    {
        var names = Names(element);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0 && text.StartsWith(names[i], StringComparison.Ordinal))
            {
                fields.SetName(element.Letter, i);
                return names[i].Length;
            }
        }

        return -1;
    }

    private static int ReadQuoted(string text, int start, List<Element> elements, out string error)
    {
        var literal = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '\'')
            {
                literal.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '\'')
            {
                literal.Append('\'');
                i++;
            }
            else
            {
                // '' outside quotes is a quote.
                elements.Add(Element.OfLiteral(literal.Length == 0 ? "'" : literal.ToString()));
                error = "";
                return i + 1;
            }
        }

        error = $"Pattern ends with an incomplete string literal: {text}";
        return text.Length;
    }

    private static int ReadLiteral(string text, int start, List<Element> elements, out string error)
    {
        error = text[start] switch
        {
            '{' or '}' or '#' => $"Pattern includes reserved character: '{text[start]}'",
            '[' or ']' => "Optional sections are not supported",
            _ => "",
        };
        elements.Add(Element.OfLiteral(text[start].ToString()));
        return start + 1;
    }

    private static int ReadField(string text, int start, List<Element> elements, out string error)
    {
        var written = text[start];
        var end = start;
        while (end < text.Length && text[end] == written)
        {
            end++;
        }

        var letter = written switch { 'u' => 'y', 'L' => 'M', _ => written };
        var element = new Element(letter, end - start, "");
        error = letter switch
        {
            'y' or 'M' or 'd' or 'D' or 'H' or 'h' or 'm' or 's' or 'S' or 'a' or 'E' => element.Count <= MaximumCount(letter) ? "" : $"Too many pattern letters: {written}",
            _ => $"Unknown pattern letter: {written}",
        };
        elements.Add(element);
        return end;
    }

    private static int MaximumCount(char letter) => letter switch
    {
        'y' or 'M' or 'E' => 4,
        'D' => 3,
        'S' => 9,
        'a' => 1,
        _ => 2,
    };

    private static int Number(Element element, DateTime time) => element.Letter switch
    {
        'y' => element.Count == 2 ? time.Year % 100 : time.Year,
        'M' => time.Month,
        'd' => time.Day,
        'D' => time.DayOfYear,
        'H' => time.Hour,
        'h' => time.Hour % 12 == 0 ? 12 : time.Hour % 12,
        'm' => time.Minute,
        's' => time.Second,
        _ => (int)(time.Ticks % TimeSpan.TicksPerSecond * 100 / (long)Math.Pow(10, 9 - element.Count)),
    };

    private static string[] Names(Element element) => element.Letter switch
    {
        'a' => ["AM", "PM"],
        'M' => element.Count == 3 ? s_english.AbbreviatedMonthNames : s_english.MonthNames,
        _ => element.Count == 4 ? s_english.DayNames : s_english.AbbreviatedDayNames,
    };

    private static int NameIndex(char letter, DateTime time) => letter switch
    {
        'a' => time.Hour / 12,
        'M' => time.Month - 1,
        _ => (int)time.DayOfWeek,
    };

    /// <summary>A field (a letter and how often it stands), or a literal when the letter is NUL.</summary>
    private readonly record struct Element(char Letter, int Count, string Literal)
    {
        public bool IsText => Letter is 'a' or 'E' || (Letter == 'M' && Count >= 3);

        public static Element OfLiteral(string text) => new('\0', 0, text);
    }
}
