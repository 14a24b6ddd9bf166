using Spoor.Core.Text;

namespace Spoor.Core.Errors;

/// <summary>The one error for the caller's faults: a wrong statement, bad data, a missing object.</summary>
/// <remarks>The message is Athena's sentence where it has one, without the <c>line L:C:</c> that <see cref="Span"/> gives; our own advice is the hint.</remarks>
public sealed class QueryException : Exception
{
    /// <summary>An error at a place in the statement, or without one when it has none (bad data, missing object).</summary>
    public QueryException(ErrorCode code, TextSpan? span, string message, Hint? hint = null, Exception? cause = null)
        : base(message, cause)
    {
        Code = code;
        Span = span;
        Advice = hint;
    }

    /// <summary>What is wrong.</summary>
    public ErrorCode Code { get; }

    /// <summary>Where in the statement; null when the statement is not at fault.</summary>
    public TextSpan? Span { get; }

    /// <summary>The message without what a hint makes superfluous, such as the list of all words that a statement could have gone on with; else the message.</summary>
    public string Brief
    {
        get => Hint is null ? Message : field ?? Message;
        init;
    }

    /// <summary>What to do next; null when the message says it all.</summary>
    public string? Hint => Advice?.ToString();

    /// <summary>The hint, for hosts that put in their own names of settings; null when the message says it all.</summary>
    public Hint? Advice { get; }

    /// <summary>Trino's form: <c>line 1:8: Column 'x' cannot be resolved</c>; without the place when there is none, or when Hive's sentence holds it.</summary>
    public string MessageWithPlace => WithPlace(Message);

    /// <summary><see cref="Brief"/> in the same form.</summary>
    public string BriefWithPlace => WithPlace(Brief);

    private string WithPlace(string message) => Span is { } span && Code != ErrorCode.HiveParseException ? $"line {span.Line}:{span.Column}: {message}" : message;
}
