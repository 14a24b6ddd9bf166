using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class InitCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_it_prints_is_a_statement_that_sql_runs()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        Trail.AddRecords(_folder.Path, "b", 4);
        var printed = await SpoorProcess.RunAsync(_folder.Path, ["init", "logs", "--location", "s3://b/logs"]);
        Assert.Equal(
            (0, "cloudtrail_logs: 2 objects; 1 account (123456789012); 1 region (us-east-1); from 2024-01-01.\nAn account or region that delivers for the first time after today is not in it, until its DDL is made anew.\n"),
            (printed.ExitCode, printed.Error));
        _folder.Write("table.sql", printed.Output);
        var counted = await SpoorProcess.SqlAsync(_folder.Path, "-f", "table.sql", "-e", "SELECT count(*) FROM cloudtrail_logs WHERE \"timestamp\" = '2024/01/01'");
        Assert.Equal((0, "\"_col0\"\n\"7\"\n"), (counted.ExitCode, counted.Output));
    }

    [Fact]
    public async Task A_table_is_made_under_the_name_of_the_folders_bucket()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        var made = await SpoorProcess.RunAsync(_folder.Path, ["init", "logs", "--create", "--name", "Mine", "--bucket", "b=."]);
        Assert.Equal((0, ""), (made.ExitCode, made.Output));
        Assert.StartsWith("Made table mine in Spoor's catalog, over s3://b/logs/AWSLogs/\n", made.Error, StringComparison.Ordinal);
        var counted = await SpoorProcess.SqlAsync(_folder.Path, "-e", "SELECT count(*) FROM mine");
        Assert.Equal((0, "\"_col0\"\n\"3\"\n"), (counted.ExitCode, counted.Output));
        var again = await SpoorProcess.RunAsync(_folder.Path, ["init", "logs", "--create", "--name", "mine", "--bucket", "b=."]);
        Assert.Equal(
            (1, "TABLE_ALREADY_EXISTS: There is a table mine already\nHint: DROP TABLE removes it and leaves its objects alone; --name gives the new one another name.\n"),
            (again.ExitCode, again.Error));
    }

    [Fact]
    public async Task A_folder_without_a_name_in_S3_is_refused()
    {
        Trail.AddRecords(_folder.Path, "a", 3);
        var refused = await SpoorProcess.RunAsync(_folder.Path, ["init", "logs"]);
        Assert.Equal(
            (2, "", "spoor: 'logs' is a folder, and Athena's tables are over s3:// names. Say with --location s3://BUCKET/PREFIX where in S3 the same objects lie, or with --bucket NAME=FOLDER which bucket the folder is.\n"),
            (refused.ExitCode, refused.Output, refused.Error));
    }
}
