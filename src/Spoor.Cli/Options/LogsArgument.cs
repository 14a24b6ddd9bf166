using System.CommandLine;

namespace Spoor.Cli.Options;

/// <summary>The argument of commands that read logs without a table.</summary>
internal static class LogsArgument
{
    /// <summary><c>LOGS</c>.</summary>
    public static Argument<string> Create() => new Argument<string>("LOGS")
    {
        Description = "A folder, or s3://bucket/prefix, with an AWSLogs/ tree (any accounts and regions), a folder in one, or a folder of .json and .json.gz files.",
    }.NamesLogs();
}
