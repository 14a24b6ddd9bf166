using Spoor.Audit.LogTables;
using Spoor.Audit.Questions;
using Spoor.Audit.Tests.Cognito.Model;
using Spoor.Catalog.Stores;
using Spoor.Core.Errors;
using Spoor.Engine;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax;
using Spoor.Storage.Local;
using Spoor.Testing;
using Xunit;

namespace Spoor.Audit.Tests.Questions;

public sealed class QuestionSetTests
{
    [Fact]
    public async Task Every_question_and_what_it_needs_run_on_the_sample()
    {
        var logs = new NamedLogs(Truth.SampleFolder);
        var objects = new LocalBucketStore([Assert.IsType<BucketConfiguration>(logs.Bucket)]);
        await using var engine = new QueryEngine(logs.Over(new MemoryCatalog(), "default", objects), objects, new EngineOptions());
        var questions = QuestionSet.Load(folder: null);
        Assert.True(questions.Count >= 40);
        foreach (var question in questions)
        {
            var values = question.Parameters.Where(parameter => parameter.Default is null).ToDictionary(parameter => parameter.Name, _ => "it's");
            await RunAsync(question.Fill(values).ToString());
            if (question.Needs is { } needs)
            {
                await RunAsync(needs.Check.ToString());
            }
        }

        async Task RunAsync(string sql)
        {
            await using var result = await engine.ExecuteAsync(sql, new QuerySession(), TestContext.Current.CancellationToken);
            await foreach (var batch in result.Batches.WithCancellation(TestContext.Current.CancellationToken))
            {
                Assert.True(batch.RowCount > 0);
            }
        }
    }

    [Fact]
    public void Every_question_says_what_it_asks_and_of_which_group_it_is()
    {
        Assert.All(QuestionSet.Load(folder: null), question =>
        {
            Assert.InRange(question.Title.Length, 10, 110);
            Assert.Contains(question.Group, (string[])["Access", "Changes", "Cognito", "Data", "Errors"]);
            Assert.All(question.Parameters, parameter => Assert.EndsWith(".", parameter.About, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("{key}")]
    [InlineData("' OR 1 = 1 --")]
    [InlineData("/*")]
    public void A_value_is_a_literal_whatever_it_says(string value)
    {
        var sql = QuestionSet.Find(QuestionSet.Load(folder: null), "key-owner").Fill(new Dictionary<string, string> { ["key"] = value }).ToString();
        Assert.Contains($"accesskeyid = '{value.Replace("'", "''", StringComparison.Ordinal)}'\n", sql, StringComparison.Ordinal);
        SqlParser.ParseStatement(sql);
    }

    [Theory]
    [InlineData("pool", "x", "'key_owner' has no parameter 'pool'", "It takes key.")]
    [InlineData("kee", "x", "'key_owner' has no parameter 'kee'", "Did you mean 'key'?")]
    public void A_value_of_another_name_is_an_error(string name, string value, string message, string hint)
    {
        var error = Assert.Throws<QueryException>(() => QuestionSet.Find(QuestionSet.Load(folder: null), "key_owner").Fill(new Dictionary<string, string> { [name] = value }));
        Assert.Equal((message, hint), (error.Message, error.Hint));
    }

    [Fact]
    public void A_value_that_is_missing_is_asked_for()
    {
        var error = Assert.Throws<QueryException>(() => QuestionSet.Find(QuestionSet.Load(folder: null), "key_owner").Fill(new Dictionary<string, string>()));
        Assert.Equal(("'key_owner' needs a value for 'key'", "The access key, AKIA... or ASIA..."), (error.Message, error.Hint));
    }

    [Fact]
    public void A_name_that_is_none_is_answered_with_the_nearest() =>
        Assert.Equal("Did you mean 'root_use'?", Assert.Throws<QueryException>(() => QuestionSet.Find(QuestionSet.Load(folder: null), "root_uses")).Hint);

    [Fact]
    public void A_folder_adds_questions_and_replaces_those_of_its_names()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.sql", "---\ntitle: Mine\nparameters:\n  a:\n    about: A value.\n    default: ''\n---\nSELECT {a} AS a\n");
        folder.Write("root_use.sql", "---\ntitle: Another\n---\nSELECT 1 AS a");
        var questions = QuestionSet.Load(folder.Path);
        Assert.Equal(("Own", "SELECT '' AS a"), (QuestionSet.Find(questions, "mine").Group, QuestionSet.Find(questions, "mine").Fill(new Dictionary<string, string>()).ToString()));
        Assert.Equal("Another", QuestionSet.Find(questions, "root_use").Title);
    }

    [Theory]
    [InlineData("SELECT 1", ":1: the front matter is missing")]
    [InlineData("---\ntitle: x\nSELECT 1", ": the front matter has no end")]
    [InlineData("---\ntitle: x\n---\n", ": there is no query behind the front matter")]
    [InlineData("---\ngroup: x\n---\nSELECT 1", ": the front matter has no 'title'")]
    [InlineData("---\ntitle: x\nneed: y\n---\nSELECT 1", ":3: there is no entry 'need' here")]
    [InlineData("---\ntitle: x\nneeds:\n  what: y\n---\nSELECT 1", ":4: there is no 'where'")]
    public void A_file_that_is_no_question_is_named_with_its_fault(string text, string message)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("q.sql", text);
        Assert.Equal(path + message, Assert.Throws<QueryException>(() => QuestionSet.Load(folder.Path)).Message);
    }
}
