using System.Text;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Testing;
using Xunit;

namespace Spoor.Conformance.Published;

/// <summary>Published queries on CloudTrail tables run over real logs. The variable SPOOR_QUERIES names another folder of statements.</summary>
public class PublishedRunTests(ITestOutputHelper output)
{
    private const double RequiredShare = 0.95;
    private const string Account = "342082656213";
    private const string Region = "us-west-1";

    private static readonly string s_gapsFile = Path.Combine(Repository.Root, "tests", "Spoor.Conformance", "Published", "gaps.txt");

    [Fact]
    public async Task Queries_on_CloudTrail_tables_run()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var statements = PublishedStatement.ReadAll();
        var tables = new CloudTrailTables(statements, Account, Region);
        var gaps = File.ReadLines(s_gapsFile).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ")[0]).ToHashSet();
        var report = new StringBuilder();
        int tried = 0, ran = 0, refused = 0, withRecords = 0;
        foreach (var statement in statements.Where(statement => !statement.HasPlaceholder))
        {
            if (ParseQuery(statement) is not { } tree || !CloudTrailTables.IsAboutCloudTrail(tree))
            {
                continue;
            }

            tried++;
            var (error, records) = await RunAsync(tables, statement, tree, cancellationToken);
            ran += error is null ? 1 : 0;
            refused += error is { Span: not null, Code: not ErrorCode.NotSupported } ? 1 : 0;
            withRecords += records > 0 ? 1 : 0;
            if ((error is null) == gaps.Contains(statement.Path))
            {
                report.AppendLine($"UNLISTED {statement.Path} | {(error is null ? "runs" : $"{error.Code.ToTrinoName()}: {error.MessageWithPlace}")}");
            }
        }

        // What Trino's rules refuse on every table that the statement could mean is the statement's fault, not ours; it is listed by name.
        output.WriteLine($"{ran} of {tried} run ({withRecords} read records); {refused} are refused as Trino refuses them.\n{report}");
        Assert.True(tried > 0, "No statement is about CloudTrail.");
        Assert.True(ran >= RequiredShare * (tried - refused), $"{ran} of {tried} run, {refused} are refused.\n{report}");
        if (Environment.GetEnvironmentVariable("SPOOR_QUERIES") is not { Length: > 0 })
        {
            Assert.Equal("", report.ToString());
        }
    }

    private static Statement? ParseQuery(PublishedStatement statement)
    {
        try
        {
            return SqlParser.ParseStatement(statement.Text) is QueryStatement or CreateView or Explain ? SqlParser.ParseStatement(statement.Text) : null;
        }
        catch (QueryException)
        {
            return null; // PublishedStatementTests of Spoor.Sql.Tests counts these.
        }
    }

    // The first of the source's tables under which the statement runs; the error of the first one where none does.
    private static async Task<(QueryException? Error, long Records)> RunAsync(CloudTrailTables tables, PublishedStatement statement, Statement tree, CancellationToken cancellationToken)
    {
        QueryException? firstError = null;
        for (var choice = 0; choice < tables.ChoiceCount(statement.Source); choice++)
        {
            try
            {
                await using var engine = new LocalEngine(CloudTrailTables.Bucket, SharedFolder.Require("data/lab-delivered"));
                foreach (var sql in tables.Setup(statement.Source, SyntaxWalk.TablesRead(tree), choice))
                {
                    await engine.RunAsync(sql, cancellationToken);
                }

                return (null, (await engine.RunAsync(statement.Text, cancellationToken)).Statistics.RecordsRead);
            }
            catch (QueryException error)
            {
                firstError ??= error;
            }
        }

        return (firstError, 0);
    }
}
