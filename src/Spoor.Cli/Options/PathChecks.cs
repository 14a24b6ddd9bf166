using System.CommandLine;

namespace Spoor.Cli.Options;

/// <summary>What the command line may name: a path that is not there is a slip of the command line, and is said before minutes of reading.</summary>
internal static class PathChecks
{
    private const string S3 = "s3://";

    /// <summary>Makes the argument refuse a folder that does not exist. Whether an <c>s3://</c> prefix holds anything, only the store knows.</summary>
    public static Argument<string?> NamesLogs(this Argument<string?> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && ProblemOfLogs(path) is { } problem)
            {
                result.AddError(problem);
            }
        });
        return argument;
    }

    /// <summary>What is wrong with logs that somebody names; null for nothing that can be seen from here.</summary>
    public static string? ProblemOfLogs(string path) => Directory.Exists(path) || IsPrefix(path) ? null
        : path.StartsWith('-') ? $"Unrecognized command or argument '{path}'." // An option that the command does not have.
        : $"{(File.Exists(path) ? $"'{path}' is a file, not a folder" : $"There is no folder '{path}'")}. Name the folder that holds AWSLogs/, or one with .json or .json.gz files.";

    /// <summary>Makes the option refuse a folder that does not exist.</summary>
    public static Option<string?> NamesFolder(this Option<string?> option) =>
        option.Refuses(path => Directory.Exists(path) ? null : File.Exists(path) ? $"{option.Name}: '{path}' is a file, not a folder." : $"{option.Name}: there is no folder '{path}'.");

    /// <summary>Makes the option refuse a file that does not exist.</summary>
    public static Option<string?> NamesFile(this Option<string?> option) =>
        option.Refuses(path => File.Exists(path) ? null : Directory.Exists(path) ? $"{option.Name}: '{path}' is a folder, not a file." : $"{option.Name}: there is no file '{path}'.");

    /// <summary>Makes the option refuse values of which the check says something.</summary>
    public static Option<string?> Refuses(this Option<string?> option, Func<string, string?> check)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && check(value) is { } problem)
            {
                result.AddError(problem);
            }
        });
        return option;
    }

    // What has no bucket is a folder's name, however odd.
    private static bool IsPrefix(string path) => path.StartsWith(S3, StringComparison.Ordinal) && path.Length > S3.Length && path[S3.Length] != '/';
}
