using Spoor.Testing;
using Xunit;

namespace Spoor.Conformance;

/// <summary>The article's statements, word for word, over real logs and the sample. Expected numbers were counted with zcat and jq.</summary>
public class ArticleTests
{
    private const string Bucket = "bucket-trail";

    public static TheoryData<string, string, string, string, int> Trails => new()
    {
        { "shared:data/lab-delivered", "342082656213", "us-west-1", "arn:aws:iam::342082656213:role/service-role/CloudTrailRoleForCloudWatchLogs", 2 },
        { "shared:data/published", "457448411975", "apiso-northsouth-3r", "arn:aws:iam::457448411975:role/stratus-red-team-ec2-get-password-data-role", 30 },
        { "samples/trail", "111122223333", "us-east-1", "arn:aws:iam::111122223333:role/ShopUserRole", 51 },
    };

    [Theory]
    [MemberData(nameof(Trails))]
    public async Task The_table_with_a_map_answers_the_article_s_question(string trail, string account, string region, string role, int calls) =>
        await AskAsync(trail, ArticleText.CreateTableWithMap(account, region), role, calls);

    [Theory]
    [MemberData(nameof(Trails))]
    public async Task The_table_with_a_struct_answers_the_article_s_question(string trail, string account, string region, string role, int calls) =>
        await AskAsync(trail, ArticleText.CreateTableWithStruct(account, region), role, calls);

    [Theory]
    [InlineData(true, "json_extract_scalar(element_at(userIdentity.sessionContext.webIdFederationData, 'attributes'), '$[\"cognito-identity.amazonaws.com:aud\"]')", "element_at(userIdentity.sessionContext.webIdFederationData, 'federatedProvider')")]
    [InlineData(false, "userIdentity.sessionContext.webIdFederationData.attributes['cognito-identity.amazonaws.com:aud']", "userIdentity.sessionContext.webIdFederationData.federatedProvider")]
    public async Task Both_forms_of_webIdFederationData_read_the_pool(bool isMap, string pool, string provider)
    {
        await using var engine = new LocalEngine(Bucket, Folder("samples/trail"));
        var createTable = isMap ? ArticleText.CreateTableWithMap("111122223333", "us-east-1") : ArticleText.CreateTableWithStruct("111122223333", "us-east-1");
        await engine.RunAsync(createTable, TestContext.Current.CancellationToken);
        var answer = await engine.RunAsync(
            $"SELECT {pool}, count(*) FROM cloudtrail_logs_pp WHERE {provider} = 'cognito-identity.amazonaws.com' GROUP BY 1 ORDER BY 1", TestContext.Current.CancellationToken);
        Assert.Equal(["eu-west-1:406c9b82-f864-4e3a-ae6c-d5c96d739398 1", "us-east-1:3db927b1-2956-41aa-8cdb-1405d665042e 67"], answer.Rows.Select(row => string.Join(' ', row)));
    }

    private static async Task AskAsync(string trail, string createTable, string role, int calls)
    {
        await using var engine = new LocalEngine(Bucket, Folder(trail));
        await engine.RunAsync(createTable, TestContext.Current.CancellationToken);
        var answer = await engine.RunAsync(ArticleText.Select(role), TestContext.Current.CancellationToken);
        Assert.Equal(calls, answer.Rows.Count);
    }

    private static string Folder(string trail) =>
        trail.StartsWith("shared:", StringComparison.Ordinal) ? SharedFolder.Require(trail["shared:".Length..]) : Path.Combine(Repository.Root, trail);
}
