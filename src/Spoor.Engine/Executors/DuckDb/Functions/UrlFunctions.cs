using System.Text;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Native;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>URL functions. A text that is no URI gives NULL, a part that it lacks the empty text.</summary>
/// <seealso href="https://trino.io/docs/current/functions/url.html"/>
internal static partial class UrlFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        CSharp("url_extract_protocol", [Varchar], Varchar, (ref row) => Extract(ref row, match => match.Groups["scheme"].Value)),
        CSharp("url_extract_host", [Varchar], Varchar, (ref row) => Extract(ref row, match => match.Groups["host"].Value)),
        CSharp("url_extract_path", [Varchar], Varchar, (ref row) => Extract(ref row, match => IsOpaque(match) ? "" : Uri.UnescapeDataString(match.Groups["path"].Value))),
        CSharp("url_extract_query", [Varchar], Varchar, (ref row) => Extract(ref row, match => IsOpaque(match) ? "" : Uri.UnescapeDataString(match.Groups["query"].Value))),
        CSharp("url_extract_fragment", [Varchar], Varchar, (ref row) => Extract(ref row, match => Uri.UnescapeDataString(match.Groups["fragment"].Value))),
        CSharp("url_extract_port", [Varchar], BigInt, ExtractPort),
        CSharp("url_extract_parameter", [Varchar, Varchar], Varchar, ExtractParameter),
        CSharp("url_encode", [Varchar], Varchar, (ref row) => row.SetText(Encode(row.Bytes(0)))),
        CSharp("url_decode", [Varchar], Varchar, (ref row) => row.SetText(Decode(row.Text(0)))),
    ];

    // A URI as java.net.URI takes it: no blanks, no raw quotes, brackets or braces, and % only before two hex digits.
    private static bool TryMatch(string url, out Match match)
    {
        match = Pattern().Match(url);
        return match.Success && !Forbidden().IsMatch(url);
    }

    private static void Extract(ref ScalarFunctionRow row, Func<Match, string> part)
    {
        if (TryMatch(row.Text(0), out var match))
        {
            row.SetText(part(match));
        }
    }

    // A scheme and no slash behind it, as in mailto:ann@example.com: Java finds neither path nor query.
    private static bool IsOpaque(Match match) =>
        match.Groups["scheme"] is { Length: > 0 } scheme && !match.Value.AsSpan(scheme.Index + scheme.Length).StartsWith(":/", StringComparison.Ordinal);

    private static void ExtractPort(ref ScalarFunctionRow row)
    {
        if (TryMatch(row.Text(0), out var match) && long.TryParse(match.Groups["port"].ValueSpan, out var port))
        {
            row.Set(port);
        }
    }

    private static void ExtractParameter(ref ScalarFunctionRow row)
    {
        if (!TryMatch(row.Text(0), out var match))
        {
            return;
        }

        var wanted = row.Text(1);
        foreach (var parameter in match.Groups["query"].Value.Split('&'))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? parameter : parameter[..equals];
            if (match.Groups["query"].Length > 0 && name == wanted)
            {
                row.SetText(equals < 0 ? "" : Decode(parameter[(equals + 1)..]));
                return;
            }
        }
    }

    private static string Encode(ReadOnlySpan<byte> utf8)
    {
        var output = new StringBuilder(utf8.Length);
        foreach (var unit in utf8)
        {
            _ = unit switch
            {
                (byte)' ' => output.Append('+'),
                _ when char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'*' => output.Append((char)unit),
                _ => output.Append('%').Append(unit.ToString("X2", null)),
            };
        }

        return output.ToString();
    }

    private static string Decode(string text)
    {
        var output = new MemoryStream(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 > text.Length - 1 || !byte.TryParse(text.AsSpan(i + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value))
                {
                    throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"URLDecoder: Incomplete trailing escape (%) pattern in {text}");
                }

                output.WriteByte(value);
                i += 2;
            }
            else
            {
                output.Write(Encoding.UTF8.GetBytes(text[i] == '+' ? " " : char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? text.Substring(i++, 2) : text[i].ToString()));
            }
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }

    [GeneratedRegex(@"^((?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):)?(//(?:[^/?#@]*@)?(?<host>\[[^\]]*\]|[^/?#:]*)(:(?<port>\d*))?)?(?<path>[^?#]*)(\?(?<query>[^#]*))?(#(?<fragment>.*))?\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Pattern();

    [GeneratedRegex("[\\s\"<>\\\\^`{|}]|%(?![0-9a-fA-F]{2})")]
    private static partial Regex Forbidden();
}
