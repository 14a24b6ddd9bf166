using Spoor.Audit.Declaring;
using Spoor.Catalog.Stores;
using Spoor.Core.Errors;
using Spoor.Engine;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using Spoor.Storage.Local;
using Spoor.Storage.Objects;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Declaring;

public sealed class TrailSurveyTests
{
    private readonly MemoryObjectStore _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organizations_trail_below_a_prefix_becomes_one_table()
    {
        Add("audit/AWSLogs/o-abc123/222222222222/CloudTrail/us-east-1/2024/02/03/222222222222_CloudTrail_us-east-1_20240203T0000Z_a.json.gz");
        Add("audit/AWSLogs/o-abc123/111111111111/CloudTrail/eu-west-1/2023/12/31/111111111111_CloudTrail_eu-west-1_20231231T0000Z_b.json.gz");
        Add("audit/AWSLogs/o-abc123/111111111111/CloudTrail-Digest/eu-west-1/2023/12/01/111111111111_CloudTrail-Digest_eu-west-1_x_20231201T000000Z.json.gz");
        var declaration = await FindAsync("s3://bucket/audit");
        var table = Assert.Single(declaration.Tables);
        Assert.Equal(("trail", 2L, new DateOnly(2023, 12, 31)), (table.Name, table.Objects, table.FirstDay));
        Assert.Equal(["111111111111", "222222222222"], table.Accounts);
        Assert.Equal(["eu-west-1", "us-east-1"], table.Regions);
        Assert.Equal("s3://bucket/audit/AWSLogs/o-abc123/", table.Statement.Location);
        Assert.Equal(
            [
                "projection.enabled=true",
                "projection.account.type=enum",
                "projection.account.values=111111111111,222222222222",
                "projection.region.type=enum",
                "projection.region.values=eu-west-1,us-east-1",
                "projection.timestamp.type=date",
                "projection.timestamp.format=yyyy/MM/dd",
                "projection.timestamp.interval=1",
                "projection.timestamp.interval.unit=DAYS",
                "projection.timestamp.range=2023/12/31,NOW",
                "storage.location.template=s3://bucket/audit/AWSLogs/o-abc123/${account}/CloudTrail/${region}/${timestamp}/",
            ],
            Properties(table));
        Assert.Equal((1L, 0L), (declaration.LeftOut, declaration.Outside));
    }

    [Fact]
    public async Task Accounts_can_be_left_to_the_queries()
    {
        Add("AWSLogs/111111111111/CloudTrail/eu-west-1/2023/12/31/a.json.gz");
        var declaration = await TrailSurvey.FindAsync(new DeclarationRequest("s3://bucket", null, "trail") { InjectsAccounts = true }, _store, Stop);
        var accounts = Properties(Assert.Single(declaration.Tables)).Where(property => property.StartsWith("projection.account.", StringComparison.Ordinal));
        Assert.Equal(["projection.account.type=injected"], accounts);
    }

    [Fact]
    public async Task What_no_partition_leads_to_is_counted()
    {
        Add("AWSLogs/111111111111/CloudTrail/eu-west-1/2023/12/31/a.json.gz");
        Add("AWSLogs/111111111111/CloudTrail/eu-west-1/b.json.gz");
        Add("AWSLogs/111111111111/elasticloadbalancing/eu-west-1/2023/12/31/c.log.gz");
        var declaration = await FindAsync("s3://bucket");
        Assert.Equal((1L, 1L, 1L), (declaration.Tables[0].Objects, declaration.LeftOut, declaration.Outside));
    }

    [Fact]
    public async Task Each_tree_has_a_table_of_its_own()
    {
        Add("AWSLogs/111111111111/CloudTrail/eu-west-1/2023/12/31/a.json.gz");
        Add("AWSLogs/o-abc123/111111111111/CloudTrail/eu-west-1/2023/12/30/a.json.gz");
        Add("AWSLogs/111111111111/CloudTrail-NetworkActivity/eu-west-1/2023/12/31/a.json.gz");
        var declaration = await FindAsync("s3://bucket");
        Assert.Equal(
            [
                ("trail", "s3://bucket/AWSLogs/${account}/CloudTrail/${region}/${timestamp}/"),
                ("trail_2", "s3://bucket/AWSLogs/o-abc123/${account}/CloudTrail/${region}/${timestamp}/"),
                ("trail_network_activity", "s3://bucket/AWSLogs/${account}/CloudTrail-NetworkActivity/${region}/${timestamp}/"),
            ],
            declaration.Tables.Select(table => (table.Name, table.Statement.Properties[^1].Value)));
    }

    [Fact]
    public async Task A_folder_needs_the_name_that_Athena_knows()
    {
        using var folder = new TemporaryFolder();
        folder.Write("111111111111/CloudTrail/eu-west-1/2023/12/31/a.json.gz");
        var error = await Assert.ThrowsAsync<QueryException>(() => FindAsync(folder.Path));
        Assert.Equal((ErrorCode.InvalidArguments, $"'{folder.Path}' is a folder, and Athena's tables are over s3:// names"), (error.Code, error.Message));
        var declaration = await FindAsync(folder.Path, new ObjectName("far", "x/AWSLogs"));
        Assert.Equal("s3://far/x/AWSLogs/", Assert.Single(declaration.Tables).Statement.Location);
    }

    [Fact]
    public async Task Without_a_tree_there_is_no_table()
    {
        Add("some/records.json");
        var error = await Assert.ThrowsAsync<QueryException>(() => FindAsync("s3://bucket/some"));
        Assert.Equal(
            (ErrorCode.NotFound, "No object of 's3://bucket/some' lies where CloudTrail puts its logs: s3://bucket/some/... has none of AWSLogs/[ORGANIZATION/]ACCOUNT/CloudTrail/REGION/yyyy/MM/dd/"),
            (error.Code, error.Message));
    }

    /// <summary>The columns of the guide's current statement, https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html.</summary>
    [Fact]
    public async Task The_columns_are_the_guides_and_then_more()
    {
        string[] guide =
        [
            "eventversion", "useridentity", "eventtime", "eventsource", "eventname", "awsregion", "sourceipaddress", "useragent", "errorcode", "errormessage", "requestparameters",
            "responseelements", "additionaleventdata", "requestid", "eventid", "readonly", "resources", "eventtype", "apiversion", "recipientaccountid", "serviceeventdetails",
            "sharedeventid", "vpcendpointid", "vpcendpointaccountid", "eventcategory", "addendum", "sessioncredentialfromconsole", "edgedevicedetails", "tlsdetails",
        ];
        var columns = (await StatementAsync()).Columns.Select(column => column.Name.Value).ToList();
        Assert.Equal(guide, columns.Take(guide.Length));
        Assert.Equal(["managementevent", "eventcontext"], columns.Skip(guide.Length));
    }

    [Fact]
    public async Task The_statement_has_the_form_of_the_guides()
    {
        var file = SharedFolder.Require("queries/athena-user-guide-cloudtrail/04-creating-the-table-for-cloudtrail-logs-in-athena-using-parti.sql");
        var guide = Assert.IsType<CreateTable>(SqlParser.ParseStatement(await File.ReadAllTextAsync(file, Stop)));
        var ours = await StatementAsync();
        var serde = Assert.IsType<SerdeRowFormat>(ours.RowFormat);
        Assert.Equal(Assert.IsType<SerdeRowFormat>(guide.RowFormat).ClassName, serde.ClassName);
        Assert.Equal((guide.StoredAs!.InputFormat, guide.StoredAs.OutputFormat), (ours.StoredAs!.InputFormat, ours.StoredAs.OutputFormat));
        Assert.True(ours.IsExternal);
        Assert.Equal(guide.PartitionedBy[^1].Name.Value, ours.PartitionedBy[^1].Name.Value);
        string[] differing = ["projection.timestamp.range", "storage.location.template"];
        var properties = guide.Properties.Where(property => !differing.Contains(property.Name)).Select(property => (property.Name, property.Value));
        Assert.Subset(ours.Properties.Select(property => (property.Name, property.Value)).ToHashSet(), properties.ToHashSet());
        Assert.Subset(ours.Properties.Select(property => property.Name).ToHashSet(), differing.ToHashSet());
    }

    /// <summary>4,051 records by <c>find samples/trail -path '*CloudTrail/*' -name '*.gz' | xargs zcat | jq '.Records | length'</c>, and likewise 1 of network activity.</summary>
    [Fact]
    public async Task The_tables_read_all_records_of_the_sample()
    {
        var sample = Path.Combine(Repository.Root, "samples", "trail");
        var declaration = await FindAsync(sample, new ObjectName("sample", ""));
        await using var engine = new QueryEngine(new MemoryCatalog(), new LocalBucketStore([new BucketConfiguration("sample", sample)]), new EngineOptions());
        var counts = new List<string>();
        foreach (var table in declaration.Tables)
        {
            await using (await engine.ExecuteAsync(string.Join('\n', TableLayout.Lines(table.Statement)), new QuerySession(), Stop))
            {
            }

            await using var result = await engine.ExecuteAsync($"SELECT count(*), count(DISTINCT account), count(DISTINCT region) FROM {table.Name}", new QuerySession(), Stop);
            await foreach (var batch in result.Batches.WithCancellation(Stop))
            {
                counts.Add(string.Join('|', Enumerable.Range(0, 3).Select(column => batch.GetText(column, 0))));
            }
        }

        Assert.Equal(["4051|2|4", "1|1|1"], counts);
    }

    private static List<string> Properties(DeclaredTable table) => table.Statement.Properties.Select(property => $"{property.Name}={property.Value}").ToList();

    private void Add(string key) => _store.Add(key, []);

    private Task<Declaration> FindAsync(string logs, ObjectName? location = null) => TrailSurvey.FindAsync(new DeclarationRequest(logs, location, "trail"), _store, Stop);

    private async Task<CreateTable> StatementAsync()
    {
        Add("AWSLogs/111111111111/CloudTrail/eu-west-1/2023/12/31/a.json.gz");
        return Assert.Single((await FindAsync("s3://bucket")).Tables).Statement;
    }
}
