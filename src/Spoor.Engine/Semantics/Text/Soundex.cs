using System.Text;
using Spoor.Core.Errors;

namespace Spoor.Engine.Semantics.Text;

/// <summary>The Soundex code of an English word, as Apache Commons Codec computes it.</summary>
internal static class Soundex
{
    // Digits of A to Z; '0' is a vowel, '-' (H, W) is as if it were not there.
    private const string Digits = "01230120022455012623010202";

    internal static string Code(string word)
    {
        var letters = word.ToUpperInvariant().Where(char.IsLetter).ToList();
        if (letters.Count == 0)
        {
            return "";
        }

        if (letters.Find(letter => !char.IsAsciiLetterUpper(letter)) is var foreign && foreign != '\0')
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"The character is not mapped: {foreign} (index={(int)foreign - 'A'})");
        }

        var code = new StringBuilder().Append(letters[0]);
        var last = Digits[letters[0] - 'A'];
        foreach (var letter in letters.Skip(1).Where(letter => letter is not ('H' or 'W')))
        {
            var digit = Digits[letter - 'A'];
            if (digit != '0' && digit != last && code.Length < 4)
            {
                code.Append(digit);
            }

            last = digit;
        }

        return code.ToString().PadRight(4, '0');
    }
}
