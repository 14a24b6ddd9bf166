using System.Text.Json;
using Spoor.Testing;
using Xunit;

namespace Spoor.EndToEnd;

public sealed class EventCommandTests : IDisposable
{
    private const string Record = """{"eventVersion":"1.08","userIdentity":{"type":"Root"},"eventTime":"2025-03-04T00:00:00Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","requestParameters":{"n":9.82222E-5,"t":"\u001b[2J ü"},"eventID":"abc-1"}""";

    private readonly TemporaryFolder _folder = new();

    public EventCommandTests()
    {
        _folder.Write("logs/a.json", $$"""{"Records":[{{Record}},{"eventVersion":"1.08","eventID":"abc-2"},{"eventVersion":"1.08","eventID":"x_y"},{"eventVersion":"1.08","eventID":"xzy"}]}""");
        _folder.Write("logs/b.json", $$"""{"Records":[{{Record}}]}""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_record_is_shown_with_what_matters_first_and_nothing_changed()
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, ["event", "abc-1", "logs"]);
        Assert.Equal(0, outcome.ExitCode);
        using var shown = JsonDocument.Parse(outcome.Output);
        using var written = JsonDocument.Parse(Record);
        Assert.Equal(["eventTime", "eventName", "eventSource", "userIdentity", "requestParameters", "eventVersion", "eventID"], shown.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.True(JsonElement.DeepEquals(written.RootElement, shown.RootElement));
        Assert.Contains("\"n\": 9.82222E-5", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\\u001B[2J ü", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("in s3://logs/a.json at byte 12 and s3://logs/b.json at byte 12\n", outcome.Error);
    }

    [Fact]
    public async Task As_json_it_is_what_was_written() =>
        Assert.Equal((0, Record + "\n"), await OutcomeAsync("event", "abc-1", "logs", "-o", "json"));

    [Fact]
    public async Task The_beginning_of_an_id_is_enough_where_it_is_the_only_one()
    {
        Assert.Equal((0, """{"eventVersion":"1.08","eventID":"abc-2"}""" + "\n"), await OutcomeAsync("event", "abc-2", "logs", "-o", "json"));
        Assert.Equal((0, """{"eventVersion":"1.08","eventID":"x_y"}""" + "\n"), await OutcomeAsync("event", "x_", "logs", "-o", "json"));
        var several = await SpoorProcess.RunAsync(_folder.Path, ["event", "abc", "logs"]);
        Assert.Equal((1, "2 eventIDs begin with 'abc': abc-1, abc-2\n"), (several.ExitCode, several.Error));
        var none = await SpoorProcess.RunAsync(_folder.Path, ["event", "none", "logs"]);
        Assert.Equal((1, "No record of 5 records has the eventID 'none', or one that begins so.\n"), (none.ExitCode, none.Error));
    }

    private async Task<(int ExitCode, string Output)> OutcomeAsync(params string[] arguments)
    {
        var outcome = await SpoorProcess.RunAsync(_folder.Path, arguments);
        return (outcome.ExitCode, outcome.Output);
    }
}
