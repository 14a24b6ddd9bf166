using Spoor.Engine.DuckDb.Functions;
using Spoor.Sql.Functions;
using Xunit;

namespace Spoor.Engine.Tests.DuckDb.Functions;

public sealed class FunctionCoverageTests
{
    [Fact]
    public void Every_signature_has_an_execution_or_stands_in_the_list_of_those_without()
    {
        var missing = FunctionCatalogue.Names
            .Where(name => !FunctionPrinter.Has(name, FunctionCatalogue.KindOf(name)!.Value) && !NotYetExecutable.Names.Contains(name));

        Assert.Empty(missing.Order());
    }

    [Fact]
    public void No_function_in_the_list_of_those_without_execution_has_one()
    {
        var stale = NotYetExecutable.Names
            .Where(name => FunctionCatalogue.KindOf(name) is not { } kind || FunctionPrinter.Has(name, kind));

        Assert.Empty(stale.Order());
    }

    [Fact]
    public void All_functions_register_in_a_database()
    {
        using var database = new FunctionDatabase();

        Assert.Equal("olleh", database.Query("spoor_reverse('hello')"));
    }
}
