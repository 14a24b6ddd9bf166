using System.CommandLine;
using System.Globalization;

namespace Spoor.Cli.Options;

/// <summary>What options take that are numbers. Without it a text that is none is answered with a .NET type, or fails in a validator.</summary>
internal static class NumberBounds
{
    /// <summary>Makes the option refuse what is no number within the bounds.</summary>
    /// <param name="option">The option.</param>
    /// <param name="what">What it counts, for the error: <c>hours</c>.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value; null for no bound but the type's.</param>
    public static Option<T> Takes<T>(this Option<T> option, string what, double least, double? most = null)
    {
        var isWhole = (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) == typeof(int);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !IsWithin(token.Value, isWhole, least, most ?? int.MaxValue))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} takes {what} from {least}{(most is null ? "" : $" to {most}")}, not '{token.Value}'."));
            }
        });
        return option;
    }

    private static bool IsWithin(string text, bool isWhole, double least, double most) =>
        double.TryParse(text, isWhole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most;
}
