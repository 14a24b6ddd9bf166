using Spoor.Engine.Statements;
using Spoor.Sql.Syntax.Nodes;
using Xunit;

namespace Spoor.Engine.Tests.Statements;

public sealed class StatementDispatcherTests
{
    // What QueryEngine runs itself, and what Spoor refuses by name.
    private static readonly HashSet<Type> s_others = [typeof(QueryStatement), typeof(Explain), typeof(Execute), typeof(Insert), typeof(Unload), typeof(CreateTableAsSelect)];

    public static TheoryData<Type> Statements => [.. typeof(Statement).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Statement)) && !s_others.Contains(type))];

    [Theory]
    [MemberData(nameof(Statements), DisableDiscoveryEnumeration = true)]
    public void Every_statement_has_a_class_that_runs_it(Type statement)
    {
        var runner = Assert.Single(typeof(StatementDispatcher).Assembly.GetTypes(), type => type.Name == RunnerName(statement) && type.Namespace!.StartsWith(typeof(StatementDispatcher).Namespace!, StringComparison.Ordinal)); // Both have one.

        Assert.Contains(runner.GetMethods(), method => method.Name is "Run" or "RunAsync" && method.GetParameters()[0].ParameterType == statement);
    }

    private static string RunnerName(Type statement) => $"{statement.Name}Statement";
}
