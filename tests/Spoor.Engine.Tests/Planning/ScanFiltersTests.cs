using Spoor.CloudTrail.Scan;
using Spoor.Engine.Planning;
using Spoor.Sql;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Types;
using Xunit;

namespace Spoor.Engine.Tests.Planning;

public sealed class ScanFiltersTests
{
    private static readonly Symbol s_name = new(0, "eventname", VarcharType.Unbounded);
    private static readonly Symbol s_number = new(1, "number", ScalarTypes.BigInt);
    private static readonly Dictionary<int, ScanColumn> s_columns = new()
    {
        [0] = new ScanColumn(["eventname"], VarcharType.Unbounded),
        [1] = new ScanColumn(["number"], ScalarTypes.BigInt),
    };

    [Fact]
    public void An_equality_with_a_text_is_a_filter() => Assert.Equal(Leaf("a"), Extract(Equal("a")));

    [Fact]
    public void The_constant_may_stand_first() =>
        Assert.Equal(Leaf("a"), Extract([new BoundComparison(ComparisonOperator.Equal, Text("a"), Name, default)]));

    [Fact]
    public void Several_conditions_must_all_hold()
    {
        var filter = Extract([Equal("a"), Number, new BoundInList(Name, [Text("b"), Text("c")], default)]);

        Assert.Equal(new AllOf([Leaf("a"), Leaf("b", "c")]), filter);
    }

    [Fact]
    public void An_or_is_a_filter_when_each_branch_is() =>
        Assert.Equal(new AnyOf([Leaf("a"), Leaf("b")]), Extract([new BoundLogical(IsAnd: false, [Equal("a"), Equal("b")], default)]));

    [Fact]
    public void An_or_with_another_branch_lets_every_record_through() =>
        Assert.Null(Extract([new BoundLogical(IsAnd: false, [Equal("a"), Number], default)]));

    [Fact]
    public void A_list_with_NULL_is_left_to_the_executor() =>
        Assert.Null(Extract([new BoundInList(Name, [Text("b"), new BoundLiteral(null, VarcharType.Unbounded, default)], default)]));

    private static ScanFilter? Extract(params BoundExpression[] conjuncts) => new ScanFilters(s_columns, _ => null).Of(conjuncts);

    private static BoundColumn Name => new(s_name, default);

    private static BoundComparison Number => new(ComparisonOperator.Equal, new BoundColumn(s_number, default), new BoundLiteral(1L, ScalarTypes.BigInt, default), default);

    private static BoundLiteral Text(string text) => new(text, new VarcharType(text.Length), default);

    private static BoundComparison Equal(string text) => new(ComparisonOperator.Equal, Name, new BoundCast(Text(text), VarcharType.Unbounded, IsTry: false, IsImplicit: true, default), default);

    private static LeafEquals Leaf(params string[] texts) => new(new ScanLeaf(["eventname"], VarcharType.Unbounded), new TextSet(texts));
}
