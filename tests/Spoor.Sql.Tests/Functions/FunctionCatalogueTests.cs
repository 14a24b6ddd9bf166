using Spoor.Core.Types;
using Spoor.Sql.Functions;
using Spoor.Sql.Functions.Resolution;
using Xunit;

namespace Spoor.Sql.Tests.Functions;

public class FunctionCatalogueTests
{
    [Fact]
    public void Every_signature_is_well_formed()
    {
        foreach (var name in FunctionCatalogue.Names)
        {
            Assert.NotEmpty(FunctionCatalogue.Overloads(name));
        }
    }

    [Fact]
    public void Names_are_lower_case() => Assert.All(FunctionCatalogue.Names, name => Assert.Equal(name.ToLowerInvariant(), name));

    [Fact]
    public void Overloads_differ_in_their_parameters() => Assert.All(
        FunctionCatalogue.Names,
        name => Assert.Distinct(FunctionCatalogue.Overloads(name).Select(overload => overload.Text)));

    [Fact]
    public void Every_variable_of_a_result_stands_in_a_parameter()
    {
        foreach (var overload in FunctionCatalogue.Names.SelectMany(name => FunctionCatalogue.Overloads(name)))
        {
            var bindings = new Bindings();
            foreach (var parameter in overload.Parameters)
            {
                Bind(parameter, bindings);
            }

            Assert.True(bindings.TryApply(overload.Result) is not null, overload.Text);
        }
    }

    private static void Bind(FormalType parameter, Bindings bindings)
    {
        switch (parameter)
        {
            case FormalVariable variable:
                bindings.Types[variable.Name] = ScalarTypes.BigInt;
                break;
            case FormalLengths lengths:
                for (var i = 0; i < lengths.Lengths.Count; i++)
                {
                    bindings.Lengths[lengths.Lengths[i]] = 5 - (2 * i);
                }

                break;
            case FormalGeneric generic:
                foreach (var argument in generic.Arguments)
                {
                    Bind(argument, bindings);
                }

                break;
        }
    }
}
