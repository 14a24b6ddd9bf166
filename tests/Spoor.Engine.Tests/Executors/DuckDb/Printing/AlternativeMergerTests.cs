using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Printing;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Printing;

public class AlternativeMergerTests
{
    [Fact]
    public void Comparisons_of_one_column_with_constants_become_one_list()
    {
        var merged = AlternativeMerger.Merge([.. Enumerable.Range(0, 20).Select(number => Equals(1, ScalarTypes.Integer, number))]);
        var list = Assert.IsType<BoundInList>(Assert.Single(merged));
        Assert.Equal(Enumerable.Range(0, 20), list.List.Select(item => (int)((BoundLiteral)item).Value!)); // Not null: made of numbers above.
    }

    [Fact]
    public void Other_terms_stay_beside_the_list()
    {
        var other = Equals(2, ScalarTypes.Integer, 7);
        var merged = AlternativeMerger.Merge([other, .. Enumerable.Range(0, 20).Select(number => Equals(1, ScalarTypes.Integer, number))]);
        Assert.Equal(2, merged.Count);
        Assert.Contains(other, merged);
    }

    [Fact]
    public void Few_alternatives_stay_as_they_are() =>
        Assert.Equal(2, AlternativeMerger.Merge([Equals(1, ScalarTypes.Integer, 1), Equals(1, ScalarTypes.Integer, 2)]).Count);

    [Fact]
    public void Floating_point_numbers_stay_as_they_are_because_of_not_a_number() =>
        Assert.Equal(20, AlternativeMerger.Merge([.. Enumerable.Range(0, 20).Select(number => Equals(1, ScalarTypes.Double, number))]).Count);

    private static BoundComparison Equals(int column, SqlType type, int value) =>
        new(ComparisonOperator.Equal, new BoundColumn(new Symbol(column, "x", type), default), new BoundLiteral(value, type, default), default);
}
