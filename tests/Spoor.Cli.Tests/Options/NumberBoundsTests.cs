using Spoor.Cli.Commands;
using Spoor.Cli.Terminal;
using Xunit;

namespace Spoor.Cli.Tests.Options;

/// <summary>A number that a command cannot take is answered with what it takes.</summary>
public class NumberBoundsTests
{
    [Theory]
    [InlineData("--look-back takes hours from 0 to 8760, not 'x'.", "audit", "cognito", "logs", "--look-back", "x")]
    [InlineData("--look-back takes hours from 0 to 8760, not 'NaN'.", "audit", "cognito", "logs", "--look-back", "NaN")]
    [InlineData("--history takes days from 0 to 36500, not '-1'.", "audit", "cognito", "logs", "--from", "2025-03-05", "--history", "-1")]
    [InlineData("--interval takes seconds from 0.05 to 86400, not '0'.", "watch", "logs", "--interval", "0")]
    [InlineData("--keep-days takes days from 1 to 3650, not '1.5'.", "watch", "logs", "--keep-days", "1.5")]
    [InlineData("--threads takes a whole number from 1, not '99999999999'.", "sql", "-e", "SELECT 1", "--threads", "99999999999")]
    [InlineData("'much' is not a size. Write bytes, or a number with kB, MB, GB or TB, such as 20GB.", "sql", "-e", "SELECT 1", "--memory", "much")]
    [InlineData("--memory takes a size from 256MB, not '100MB'.", "coverage", "logs", "--memory", "100MB")]
    [InlineData("--memory takes a size from 256MB, not '0'.", "watch", "logs", "--memory", "0")]
    [InlineData("--seed takes a whole number from -2147483648 to 2147483647, not 'one'.", "sample", "--out", "folder", "--seed", "one")]
    public async Task It_is_refused_by_name_and_bounds(string message, params string[] arguments)
    {
        await using var error = new StringWriter();
        var console = new CliConsole(TextReader.Null, Stream.Null, error, IsInputTerminal: false, IsOutputTerminal: false, IsErrorTerminal: false);
        Assert.Equal(2, await SpoorCommand.RunAsync(arguments, console));
        Assert.Equal($"spoor: {message}", error.ToString().ReplaceLineEndings("\n").Split('\n')[0]);
    }
}
