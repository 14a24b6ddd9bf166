using System.CommandLine;
using System.CommandLine.Parsing;
using Spoor.Core.Text;

namespace Spoor.Cli.Commands;

/// <summary>What is wrong with a command line, and what was probably meant.</summary>
internal static class UsageReport
{
    private const string StatementHint = "Put quotes around a statement: -e \"SELECT 1\". A file of statements is named with -f FILE.";

    /// <summary>Writes one line for each mistake, then advice.</summary>
    public static void Write(TextWriter output, ParseResult parsed)
    {
        // A command that is missing because another word stands in its place is one mistake, not two.
        var unmatched = parsed.UnmatchedTokens.Select(token => $"'{token}'").ToList();
        var errors = parsed.Errors.Select(error => error.Message).ToList();
        var ofUnmatched = errors.Where(message => unmatched.Exists(token => message.Contains(token, StringComparison.Ordinal))).ToList();
        foreach (var message in ofUnmatched.Count > 0 ? ofUnmatched : errors)
        {
            output.WriteLine($"spoor: {message}");
        }

        var command = parsed.CommandResult.Command;
        if (OddWord(parsed) is { } word && Hint(command, word) is { } hint)
        {
            output.WriteLine($"Hint: {hint}");
        }

        output.WriteLine($"Try '{PathOf(parsed.CommandResult)} --help'.");
    }

    // A word that has no place, or was taken for LOGS.
    private static string? OddWord(ParseResult parsed) => parsed.UnmatchedTokens is [var first, ..]
        ? first
        : parsed.CommandResult.Children.OfType<ArgumentResult>().Where(argument => argument.Errors.Any()).SelectMany(argument => argument.Tokens).FirstOrDefault()?.Value;

    private static string? Hint(Command command, string word)
    {
        if (word.StartsWith("--", StringComparison.Ordinal))
        {
            var names = command.Options.Select(option => option.Name[2..]);
            return NearestName.Find(word[2..], names) is { } option ? $"Did you mean '--{option}'?" : null;
        }

        return NearestName.Hint(word, command.Subcommands.Select(subcommand => subcommand.Name)) ?? (TakesStatements(command) ? StatementHint : null);
    }

    private static bool TakesStatements(Command command) => command.Options.Any(option => option.Name == SqlCommand.TextOption);

    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "spoor";
}
