using Spoor.Engine.DuckDb;
using Spoor.Engine.DuckDb.Functions;
using Xunit;

namespace Spoor.Engine.Tests.DuckDb;

public class NativeFunctionsTests
{
    [Fact]
    public void Every_function_has_the_prefix_by_which_it_is_found_in_a_statement() =>
        Assert.All(FunctionPrinter.Native(), function => Assert.Matches("^spoor_[a-z0-9_]+$", function.Name));

    [Fact]
    public void Function_is_known_to_the_statement_that_names_it_and_to_later_ones()
    {
        using var database = new DuckDbDatabase(new EngineOptions(Threads: 1));
        using var first = database.Connect();
        using var second = database.Connect();

        first.Execute("SELECT spoor_soundex('Robert'), 'spoor_nothing'");
        second.Execute("SELECT spoor_soundex('Rupert')");
    }

    [Fact]
    public async Task Connections_may_need_the_same_function_at_the_same_time()
    {
        using var database = new DuckDbDatabase(new EngineOptions(Threads: 2));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            () =>
            {
                using var connection = database.Connect();
                connection.Execute("SELECT spoor_soundex('Robert'), spoor_crc32('x'::BLOB)");
            },
            TestContext.Current.CancellationToken)));
    }
}
