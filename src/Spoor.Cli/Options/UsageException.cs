using Spoor.Cli.Output;
using Spoor.Cli.Terminal;
using Spoor.Core.Errors;

namespace Spoor.Cli.Options;

/// <summary>The command line asks for something that does not make sense; ends with <see cref="ExitCode.BadUsage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>What an option's value is read as. Its faults are those of the command line, whoever found them.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="code">The only error that is the command line's; null for any.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static T Read<T>(Func<T> read, ErrorCode? code = null)
    {
        try
        {
            return read();
        }
        catch (QueryException exception) when (code is null || exception.Code == code)
        {
            throw new UsageException(Sentences(exception));
        }
    }

    /// <summary>An error and its hint as sentences in a row.</summary>
    public static string Sentences(QueryException exception) => SettingNames.Hint(exception) is { } hint ? $"{exception.Message}. {hint}" : $"{exception.Message}.";
}
