using Spoor.Core.Collections;
using Spoor.Engine.Executors.DuckDb.Functions;
using Spoor.Engine.Executors.DuckDb.Running;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Sessions;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

public class NativeFunctionsTests
{
    [Fact]
    public void Every_function_has_the_prefix_by_which_the_writer_tells_it_from_those_of_DuckDB() =>
        Assert.All(FunctionPrinter.Native(), function => Assert.Matches("^spoor_[a-z0-9_]+$", function.Name));

    [Fact]
    public void Function_is_known_to_the_statement_that_names_it_and_to_later_ones()
    {
        using var database = new DuckDbDatabase(new EngineOptions(Threads: 1));
        using var first = database.Connect();
        using var second = database.Connect();

        first.Run(Select(Soundex("Robert"), new DuckText("spoor_nothing"), new DuckText("spoor_crc32(")));
        second.Run(new DuckStatement("SELECT spoor_soundex('Rupert')", []));
        Assert.Throws<DuckDbException>(() => second.Run(new DuckStatement("SELECT spoor_crc32('x'::BLOB)", [])));
    }

    [Fact]
    public async Task Connections_may_need_the_same_function_at_the_same_time()
    {
        using var database = new DuckDbDatabase(new EngineOptions(Threads: 2));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            () =>
            {
                using var connection = database.Connect();
                connection.Run(Select(Soundex("Robert"), new DuckCall("spoor_crc32", [new DuckCall("encode", [new DuckText("x")])])));
            },
            TestContext.Current.CancellationToken)));
    }

    private static DuckCall Soundex(string text) => new("spoor_soundex", [new DuckText(text)]);

    private static DuckStatement Select(params DuckExpression[] values) => DuckWriter.Write(new DuckSelect(values.Select(value => new DuckSelectItem(value)).ToValueList()));
}
