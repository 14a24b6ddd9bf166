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
