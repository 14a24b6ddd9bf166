using Spoor.Sql;

namespace Spoor.Cli.Output;

/// <summary>Errors as a person reads them: what, where in the statement, what to do.</summary>
internal static class ErrorReport
{
    private const int BrokenPipe = 32; // EPIPE
    private const int BrokenPipeWindows = unchecked((int)0x8007006D); // ERROR_BROKEN_PIPE

    /// <summary>Writes the error; with the statement's text, also the line at fault, underlined.</summary>
    public static void Write(TextWriter output, string? sql, QueryException exception)
    {
        if (sql is not null)
        {
            output.WriteLine(ErrorExcerpt.Format(sql, exception));
            return;
        }

        output.WriteLine($"{exception.Code.ToTrinoName()}: {exception.Message}");
        if (exception.Hint is { } hint)
        {
            output.WriteLine($"Hint: {hint}");
        }
    }

    /// <summary>Whether the error means that the reader of our output has gone.</summary>
    public static bool IsClosedPipe(IOException exception) => exception.HResult is BrokenPipe or BrokenPipeWindows;
}
