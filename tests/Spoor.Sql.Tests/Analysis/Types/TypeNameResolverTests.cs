using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Types;
using Spoor.Sql.Syntax.Nodes;
using Xunit;

namespace Spoor.Sql.Tests.Analysis.Types;

public class TypeNameResolverTests
{
    private static readonly TextSpan s_span = new(5, 6, 1, 6);

    [Theory]
    [InlineData("INT", "integer")]
    [InlineData("double precision", "double")]
    [InlineData("varchar", "varchar")]
    [InlineData("char", "char(1)")]
    [InlineData("decimal", "decimal(38,0)")]
    [InlineData("hyperloglog", "HyperLogLog")]
    public void Trino_name_resolves(string name, string expected) => Assert.Equal(expected, TypeNameResolver.Resolve(Named(name)).ToString());

    [Theory]
    [InlineData("string", "varchar")]
    [InlineData("float", "real")]
    [InlineData("binary", "varbinary")]
    [InlineData("decimal", "decimal(10,0)")]
    public void Hive_name_resolves(string name, string expected) =>
        Assert.Equal(expected, TypeNameResolver.Resolve(Named(name), TypeDialect.Hive).ToString());

    [Fact]
    public void Hive_name_in_a_query_is_unknown_and_the_hint_gives_the_other()
    {
        var error = Assert.Throws<QueryException>(() => TypeNameResolver.Resolve(Named("string")));

        Assert.Equal(ErrorCode.TypeNotFound, error.Code);
        Assert.Equal("line 1:6: Unknown type: string", error.MessageWithPlace);
        Assert.Equal("Use varchar in queries; string is its name in CREATE TABLE only.", error.Hint);
    }

    [Fact]
    public void Unquoted_field_names_become_lower_case_and_quoted_ones_keep_theirs()
    {
        var row = new RowTypeName([Field("userName", isDelimited: false), Field("userName", isDelimited: true), new RowFieldTypeName(null, Named("date"), null, s_span)], s_span);

        Assert.Equal("row(username bigint, \"userName\" bigint, date)", TypeNameResolver.Resolve(row).ToString());
        Assert.Equal("row(username bigint, username bigint, date)", TypeNameResolver.Resolve(row, TypeDialect.Hive).ToString());
    }

    [Fact]
    public void Length_out_of_range_makes_no_type()
    {
        var node = new NamedTypeName("char", [new TypeArgument(null, 70_000)], s_span);

        Assert.Equal("Unknown type: char(70000)", Assert.Throws<QueryException>(() => TypeNameResolver.Resolve(node)).Message);
    }

    [Fact]
    public void Type_without_its_parameters_is_unknown() =>
        Assert.Equal("Unknown type: array", Assert.Throws<QueryException>(() => TypeNameResolver.Resolve(Named("array"))).Message);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        TypeName node = Named("int");
        for (var i = 0; i < 10_000; i++)
        {
            node = new NamedTypeName("array", [new TypeArgument(node, null)], s_span);
        }

        Assert.Equal(ErrorCode.StackOverflow, Assert.Throws<QueryException>(() => TypeNameResolver.Resolve(node)).Code);
    }

    private static NamedTypeName Named(string name) => new(name, [], s_span);

    private static RowFieldTypeName Field(string name, bool isDelimited) => new(new Identifier(name, isDelimited, s_span), Named("bigint"), null, s_span);
}
