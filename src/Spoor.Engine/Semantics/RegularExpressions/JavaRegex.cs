using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Spoor.Core.Errors;
using Spoor.Engine.Semantics.Hashing;

namespace Spoor.Engine.Semantics.RegularExpressions;

/// <summary>A regular expression in Java's syntax, as Trino takes it, compiled for .NET.</summary>
/// <remarks>Runs in linear time where the pattern allows it; else a match may take no longer than <see cref="s_timeout"/>, so that no row can hang a query.</remarks>
internal sealed class JavaRegex
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(5);
    private static readonly ConstantCache<JavaRegex> s_cache = new(pattern => new JavaRegex(pattern));

    private static readonly SearchValues<char> s_operators = SearchValues.Create(@"\^$.|?*+()[]{}");

    private readonly Regex _regex;

    // The same pattern in which a dot takes both halves of a code point beyond U+FFFF; made when such a text comes.
    private readonly Lazy<Regex> _wideRegex;

    // A pattern without any operator is searched for as bytes.
    private readonly byte[]? _literal;

    private readonly IReadOnlyDictionary<string, int> _groupNumbers;

    private JavaRegex(string pattern)
    {
        try
        {
            (var translated, _groupNumbers) = JavaRegexSyntax.Translate(pattern);
            _literal = !translated.AsSpan().ContainsAny(s_operators) ? Encoding.UTF8.GetBytes(translated) : null;
            _regex = Compile(translated);
            _wideRegex = new Lazy<Regex>(() => Compile(JavaRegexSyntax.Translate(pattern, isWide: true).Pattern));
        }
        catch (ArgumentException error)
        {
            throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Invalid regular expression: {pattern}", hint: error.Message, cause: error);
        }
    }

    /// <summary>Number of groups, the whole match not counted.</summary>
    internal int GroupCount => _regex.GetGroupNumbers().Length - 1;

    /// <summary>The compiled form of a pattern.</summary>
    internal static JavaRegex Of(scoped ReadOnlySpan<byte> utf8Pattern) => s_cache.Get(utf8Pattern);

    internal bool IsMatch(scoped ReadOnlySpan<byte> utf8) =>
        _literal is not null ? utf8.IndexOf(_literal) >= 0 : Guard(Encoding.UTF8.GetString(utf8), text => For(text).IsMatch(text));

    internal Match Match(string text) => Guard(text, value => For(value).Match(value));

    internal List<Match> Matches(string text) => Guard(text, value => For(value).Matches(value).Where(match => !IsInsideCodepoint(value, match)).ToList());

    internal string Replace(string text, MatchEvaluator evaluator) => Guard(text, value => For(value).Replace(value, match => IsInsideCodepoint(value, match) ? "" : evaluator(match)));

    /// <summary>Number of a named group; -1 when there is none.</summary>
    internal int GroupNumber(string name) => _groupNumbers.GetValueOrDefault(name, -1);

    private Regex For(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? _wideRegex.Value : _regex;

    // An empty match between the two halves of a code point.
    private static bool IsInsideCodepoint(string text, Match match) =>
        match.Length == 0 && match.Index > 0 && match.Index < text.Length && char.IsSurrogatePair(text[match.Index - 1], text[match.Index]);

    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, s_timeout);
        }
    }

    private static T Guard<T>(string text, Func<string, T> match)
    {
        try
        {
            return match(text);
        }
        catch (RegexMatchTimeoutException error)
        {
            throw new QueryException(
                ErrorCode.InvalidFunctionArgument,
                span: null,
                "Regular expression matching took too long",
                hint: $"The pattern {error.Pattern} backtracks too much; write it without nested repetitions, look-around or back-references.",
                cause: error);
        }
    }
}
