using System.Text;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Semantics.Text;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>String functions. Trino counts code points; where DuckDB counts bytes or graphemes, or has other corner cases, the function is ours.</summary>
/// <seealso href="https://trino.io/docs/current/functions/string.html"/>
internal static class StringFunctions
{
    private const int MaxLength = int.MaxValue;

    private static readonly ScalarFunction[] s_substring =
    [
        new("spoor_substr", [Varchar, BigInt], Varchar, Substring, Variadic: BigInt),
        new("spoor_substr_bytes", [Blob, BigInt], Blob, SubstringOfBytes, Variadic: BigInt),
    ];

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        CSharp("lower", [Varchar], Varchar, (ref row) => CaseMapping.Map(ref row, isUpper: false)),
        CSharp("upper", [Varchar], Varchar, (ref row) => CaseMapping.Map(ref row, isUpper: true)),
        Expression("length", call => call.Type(0) is ScalarType { Kind: ScalarKind.Varbinary } ? Call("octet_length", call[0]) : Call("length", call[0])),
        Expression("starts_with", "starts_with({0}, {1})"),
        Expression("ends_with", "ends_with({0}, {1})"),
        Expression("translate", "translate({0}, {1}, {2})"),
        Expression("concat", PrintConcat),
        Expression("concat_ws", call => call.Count < 2 ? throw Invalid("There must be two or more arguments") : call.Type(1) is ArrayType ? ArrayTextPrinter.PrintConcat(call) : Call("concat_ws", call.All), ArrayTextPrinter.Native),
        Expression("split", call => Call(call.Count == 2 && call[1] is DuckText { Value.Length: > 0 } ? "string_split" : "spoor_split", call.All),
            new ScalarFunction("spoor_split", [Varchar, Varchar], VarcharList, Split, Variadic: BigInt)),
        CSharp("split_part", [Varchar, Varchar, BigInt], Varchar, SplitPart),
        Expression("strpos", call => call.Count == 2 ? Duck($"CAST(strpos({call.All}) AS BIGINT)") : Call("spoor_strpos", call.All),
            new ScalarFunction("spoor_strpos", [Varchar, Varchar, BigInt], BigInt, Position)),
        Expression("substr", PrintSubstring, s_substring),
        Expression("substring", PrintSubstring, s_substring),
        Expression("reverse", call => Call(call.Type(0) is ArrayType ? "list_reverse" : call.Type(0) is VarcharType or CharType ? "spoor_reverse" : "spoor_reverse_bytes", call[0]),
            new("spoor_reverse", [Varchar], Varchar, (ref row) => row.SetText(Codepoints.Join(Codepoints.Split(row.Text(0)).Reverse()))),
            new("spoor_reverse_bytes", [Blob], Blob, ReverseBytes)),
        Expression("lpad", call => PrintPad(call, "lpad"),
            new("spoor_lpad", [Varchar, BigInt, Varchar], Varchar, (ref row) => Pad(ref row, atStart: true)),
            new("spoor_lpad_bytes", [Blob, BigInt, Blob], Blob, (ref row) => PadBytes(ref row, atStart: true))),
        Expression("rpad", call => PrintPad(call, "rpad"),
            new("spoor_rpad", [Varchar, BigInt, Varchar], Varchar, (ref row) => Pad(ref row, atStart: false)),
            new("spoor_rpad_bytes", [Blob, BigInt, Blob], Blob, (ref row) => PadBytes(ref row, atStart: false))),
        CSharp("trim", [Varchar], Varchar, (ref row) => Trim(ref row, atStart: true, atEnd: true), variadic: Varchar),
        CSharp("ltrim", [Varchar], Varchar, (ref row) => Trim(ref row, atStart: true, atEnd: false), variadic: Varchar),
        CSharp("rtrim", [Varchar], Varchar, (ref row) => Trim(ref row, atStart: false, atEnd: true), variadic: Varchar),
        CSharp("replace", [Varchar, Varchar], Varchar, Replace, variadic: Varchar),
        CSharp("chr", [BigInt], Varchar, Chr),
        CSharp("codepoint", [Varchar], Integer, (ref row) => row.Set(Codepoints.Split(row.Text(0)) is [var single] ? single.Value : throw Invalid("Input string must be a single character string"))),
        CSharp("levenshtein_distance", [Varchar, Varchar], BigInt, Levenshtein),
        CSharp("hamming_distance", [Varchar, Varchar], BigInt, Hamming),
        CSharp("soundex", [Varchar], Varchar, (ref row) => row.SetText(Soundex.Code(row.Text(0)))),
        CSharp("luhn_check", [Varchar], ScalarFunctionType.Boolean, LuhnCheck),
        CSharp("split_to_map", [Varchar, Varchar, Varchar], VarcharMap, SplitToMap),
        Expression("split_to_multimap", call => Duck($"CAST({Once(Duck($"map_entries(spoor_split_to_multimap({call.All}))"), entries => Duck($"CASE WHEN {entries} IS NOT NULL THEN {MapEntries.Group(entries, VarcharType.Unbounded)} END"))} AS MAP(VARCHAR, VARCHAR[]))"),
            new ScalarFunction("spoor_split_to_multimap", [Varchar, Varchar, Varchar], VarcharMap, SplitToMultimap)),
        Expression("normalize", call => call.Count == 1 || call[1] is DuckText { Value: "NFC" } ? Call("nfc_normalize", call[0]) : throw NotSupported(DuckWriter.Write(call[1]))),
        Expression("to_utf8", "encode({0})"),
        Expression("from_utf8", call => call.Count == 1 || call.Type(1) is VarcharType ? Call("spoor_from_utf8", call.All) : Duck($"spoor_from_utf8({call[0]}, spoor_chr({call[1]}))"),
            new ScalarFunction("spoor_from_utf8", [Blob], Varchar, FromUtf8, Variadic: Varchar)),
    ];

    private static QueryException Invalid(string message) => new(ErrorCode.InvalidFunctionArgument, span: null, message);

    private static QueryException NotSupported(string form) => new(ErrorCode.NotSupported, span: null, $"Normalization form {form} is not yet available in Spoor");

    private static DuckExpression PrintConcat(DuckFunctionCall call)
    {
        if (call.Result is not ArrayType array)
        {
            return Joined(call.All);
        }

        // An argument of the element's type is one more element; NULL makes the whole NULL.
        return Joined(call.All.Select((value, index) => call.Type(index) == array.Element && call.Type(index) != call.Result ? Duck($"nullif([{value}], [NULL])") : value).ToValueList());
    }

    private static DuckExpression Joined(ValueList<DuckExpression> parts) => parts.Count == 1 ? parts[0] : new DuckInfix("||", parts);

    private static DuckExpression PrintPad(DuckFunctionCall call, string name) => Call(IsBinary(call) ? $"spoor_{name}_bytes" : $"spoor_{name}", call.All);

    private static DuckExpression PrintSubstring(DuckFunctionCall call) => Call(IsBinary(call) ? "spoor_substr_bytes" : "spoor_substr", call.All);

    private static bool IsBinary(DuckFunctionCall call) => call.Type(0) is ScalarType { Kind: ScalarKind.Varbinary };

    private static void SubstringOfBytes(ref ScalarFunctionRow row)
    {
        var (start, length) = (row.Value<long>(1), row.ArgumentCount > 2 ? row.Value<long>(2) : long.MaxValue);
        var bytes = row.Bytes(0);
        var from = start > 0 ? start - 1 : bytes.Length + start;
        row.SetBytes(start == 0 || length <= 0 || from < 0 || from >= bytes.Length ? [] : bytes.Slice((int)from, (int)Math.Min(length, bytes.Length - from)));
    }

    private static void Split(ref ScalarFunctionRow row)
    {
        var (text, delimiter) = (row.Text(0), row.Text(1));
        if (delimiter.Length == 0)
        {
            throw Invalid("The delimiter may not be the empty string");
        }

        var limit = row.ArgumentCount > 2 ? row.Value<long>(2) : MaxLength;
        row.SetTexts(limit switch
        {
            <= 0 => throw Invalid("Limit must be positive"),
            > MaxLength => throw Invalid("Limit is too large"),
            _ => text.Split(delimiter, (int)limit),
        });
    }

    private static void SplitPart(ref ScalarFunctionRow row)
    {
        var text = row.Bytes(0);
        var delimiter = row.Bytes(1);
        var index = row.Value<long>(2);
        if (index <= 0)
        {
            throw Invalid("Index must be greater than zero");
        }

        if (delimiter.Length == 0)
        {
            var start = Codepoints.Offset(text, index - 1);
            if (start < text.Length)
            {
                row.SetBytes(Codepoints.Substring(text[start..], 1, 1));
            }

            return;
        }

        for (; index > 1; index--)
        {
            var next = text.IndexOf(delimiter);
            if (next < 0)
            {
                return;
            }

            text = text[(next + delimiter.Length)..];
        }

        var end = text.IndexOf(delimiter);
        row.SetBytes(end < 0 ? text : text[..end]);
    }

    private static void Position(ref ScalarFunctionRow row)
    {
        var (text, part, instance) = (row.Text(0), row.Text(1), row.Value<long>(2));
        if (instance == 0)
        {
            throw Invalid("'instance' must be a positive or negative number.");
        }

        if (part.Length == 0)
        {
            row.Set(1L);
            return;
        }

        var found = instance > 0 ? -1 : text.Length;
        for (var left = Math.Abs(instance); left > 0 && found is not -2; left--)
        {
            found = instance > 0 ? text.IndexOf(part, found + 1, StringComparison.Ordinal)
                : found + part.Length - 1 <= 0 ? -1 : text.LastIndexOf(part, Math.Min(text.Length - 1, found + part.Length - 2), StringComparison.Ordinal);
            if (found < 0)
            {
                row.Set(0L);
                return;
            }
        }

        row.Set((long)Codepoints.Split(text[..found]).Length + 1);
    }

    private static void Substring(ref ScalarFunctionRow row) =>
        row.SetBytes(Codepoints.Substring(row.Bytes(0), row.Value<long>(1), row.ArgumentCount > 2 ? row.Value<long>(2) : long.MaxValue));

    private static void ReverseBytes(ref ScalarFunctionRow row)
    {
        var bytes = row.Bytes(0).ToArray();
        Array.Reverse(bytes);
        row.SetBytes(bytes);
    }

    private static void Pad(ref ScalarFunctionRow row, bool atStart)
    {
        var (text, size, padding) = (Codepoints.Split(row.Text(0)), row.Value<long>(1), Codepoints.Split(row.Text(2)));
        if (padding.Length == 0)
        {
            throw Invalid("Padding string must not be empty");
        }

        CheckPadSize(size);
        var fill = Enumerable.Range(0, (int)Math.Max(0, size - text.Length)).Select(index => padding[index % padding.Length]);
        row.SetText(Codepoints.Join((atStart && size > text.Length ? fill.Concat(text) : text.Concat(fill)).Take((int)size)));
    }

    private static void PadBytes(ref ScalarFunctionRow row, bool atStart)
    {
        var (bytes, size, padding) = (row.Bytes(0).ToArray(), row.Value<long>(1), row.Bytes(2).ToArray());
        if (padding.Length == 0)
        {
            throw Invalid("Padding bytes must not be empty");
        }

        CheckPadSize(size);
        var fill = Enumerable.Range(0, (int)Math.Max(0, size - bytes.Length)).Select(index => padding[index % padding.Length]);
        row.SetBytes((atStart && size > bytes.Length ? fill.Concat(bytes) : bytes.Concat(fill)).Take((int)size).ToArray());
    }

    private static void CheckPadSize(long size)
    {
        if (size is < 0 or > MaxLength)
        {
            throw Invalid("Target length must be in the range [0..2147483647]");
        }
    }

    private static void Trim(ref ScalarFunctionRow row, bool atStart, bool atEnd)
    {
        var text = row.Text(0);
        var characters = row.ArgumentCount > 1 ? Codepoints.Split(row.Text(1)).ToHashSet() : null;
        bool Drops(Rune rune) => characters?.Contains(rune) ?? IsJavaWhitespace(rune);
        var runes = Codepoints.Split(text);
        var (start, end) = (0, runes.Length);
        while (atStart && start < end && Drops(runes[start]))
        {
            start++;
        }

        while (atEnd && end > start && Drops(runes[end - 1]))
        {
            end--;
        }

        row.SetText(start == 0 && end == runes.Length ? text : Codepoints.Join(runes[start..end]));
    }

    // Java's isWhitespace leaves out the no-break spaces.
    private static bool IsJavaWhitespace(Rune rune) =>
        rune.Value is (>= 9 and <= 13) or (>= 0x1C and <= 0x1F) || (Rune.IsWhiteSpace(rune) && rune.Value is not (0xA0 or 0x2007 or 0x202F or 0x85));

    private static void Replace(ref ScalarFunctionRow row)
    {
        var (text, search) = (row.Text(0), row.Text(1));
        var replacement = row.ArgumentCount > 2 ? row.Text(2) : "";
        row.SetText(search.Length > 0
            ? text.Replace(search, replacement, StringComparison.Ordinal)
            : replacement + string.Concat(text.EnumerateRunes().Select(rune => rune.ToString() + replacement)));
    }

    private static void Chr(ref ScalarFunctionRow row)
    {
        var value = row.Value<long>(0);
        row.SetText(value is >= 0 and <= 0x10FFFF && Rune.IsValid((int)value)
            ? new Rune((int)value).ToString()
            : throw Invalid($"Not a valid Unicode code point: {value}"));
    }

    // A replacement is one character or nothing; it stands for each sequence that is no UTF-8.
    private static void FromUtf8(ref ScalarFunctionRow row)
    {
        var replacement = row.ArgumentCount > 1 ? row.Text(1) : "\uFFFD";
        if (Codepoints.Split(replacement).Length > 1)
        {
            throw Invalid("Replacement character string must empty or a single character");
        }

        row.SetText(Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(replacement)).GetString(row.Bytes(0)));
    }

    private static void Levenshtein(ref ScalarFunctionRow row)
    {
        var (left, right) = (Codepoints.Split(row.Text(0)), Codepoints.Split(row.Text(1)));
        if ((long)left.Length * right.Length > 1_000_000)
        {
            throw Invalid("The combined inputs for Levenshtein distance are too large");
        }

        var distances = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = distances[0]++;
            for (var j = 0; j < right.Length; j++)
            {
                var substitution = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = distances[j + 1];
                distances[j + 1] = Math.Min(substitution, Math.Min(distances[j], diagonal) + 1);
            }
        }

        row.Set((long)distances[^1]);
    }

    private static void Hamming(ref ScalarFunctionRow row)
    {
        var (left, right) = (Codepoints.Split(row.Text(0)), Codepoints.Split(row.Text(1)));
        if (left.Length != right.Length)
        {
            throw Invalid("The input strings to hamming_distance function must have the same length");
        }

        row.Set((long)left.Zip(right).Count(pair => pair.First != pair.Second));
    }

    private static void LuhnCheck(ref ScalarFunctionRow row)
    {
        var digits = row.Text(0);
        if (digits.Length == 0)
        {
            row.SetBoolean(false);
            return;
        }

        if (!digits.All(char.IsAsciiDigit))
        {
            throw Invalid("Input contains non-digit characters");
        }

        var sum = digits.Reverse().Select((digit, index) => index % 2 == 0 ? digit - '0' : ((digit - '0') * 2 / 10) + ((digit - '0') * 2 % 10)).Sum();
        row.SetBoolean(sum % 10 == 0);
    }

    private static void SplitToMap(ref ScalarFunctionRow row)
    {
        var (text, entryDelimiter, keyDelimiter) = (row.Text(0), row.Text(1), row.Text(2));
        var map = new Dictionary<string, string?>();
        foreach (var (key, value) in SplitEntries(text, entryDelimiter, keyDelimiter))
        {
            if (!map.TryAdd(key, value))
            {
                throw Invalid($"Duplicate keys ({key}) are not allowed");
            }
        }

        row.SetMap([.. map]);
    }

    // Keys come as often as they have values; the expression around the call groups them.
    private static void SplitToMultimap(ref ScalarFunctionRow row) =>
        row.SetMap([.. SplitEntries(row.Text(0), row.Text(1), row.Text(2)).Select(entry => new KeyValuePair<string, string?>(entry.Key, entry.Value))]);

    private static IEnumerable<(string Key, string Value)> SplitEntries(string text, string entryDelimiter, string keyDelimiter)
    {
        if (entryDelimiter.Length == 0 || keyDelimiter.Length == 0)
        {
            throw Invalid(entryDelimiter.Length == 0 ? "entryDelimiter is empty" : "keyValueDelimiter is empty");
        }

        if (entryDelimiter == keyDelimiter)
        {
            throw Invalid("entryDelimiter and keyValueDelimiter must not be the same");
        }

        var entries = text.Split(entryDelimiter).ToList();
        if (entries[^1].Length == 0)
        {
            entries.RemoveAt(entries.Count - 1);
        }

        foreach (var entry in entries)
        {
            var parts = entry.Split(keyDelimiter);
            yield return parts.Length == 2
                ? (parts[0], parts[1])
                : throw Invalid($"Key-value delimiter must appear exactly once in each entry. Bad input: {entry}");
        }
    }
}
