using CsCheck;
using Spoor.Core.Types;
using Xunit;

namespace Spoor.Sql.Tests.Types;

public class TypeCoercionTests
{
    [Theory]
    [InlineData("tinyint", "bigint", "bigint")]
    [InlineData("bigint", "real", "real")]
    [InlineData("integer", "decimal(5,2)", "decimal(12,2)")]
    [InlineData("bigint", "decimal(38,10)", "decimal(38,10)")]
    [InlineData("decimal(10,2)", "decimal(5,4)", "decimal(12,4)")]
    [InlineData("decimal(38,0)", "decimal(38,38)", "decimal(38,38)")]
    [InlineData("decimal(10,2)", "double", "double")]
    [InlineData("varchar(3)", "varchar(5)", "varchar(5)")]
    [InlineData("varchar(3)", "varchar", "varchar")]
    [InlineData("varchar(3)", "char(5)", "char(5)")]
    [InlineData("varchar", "char(5)", "char(65536)")]
    [InlineData("date", "timestamp(3)", "timestamp(3)")]
    [InlineData("timestamp(6)", "timestamp(3) with time zone", "timestamp(6) with time zone")]
    [InlineData("time(3)", "time(6)", "time(6)")]
    [InlineData("array(integer)", "array(double)", "array(double)")]
    [InlineData("array(unknown)", "array(varchar)", "array(varchar)")]
    [InlineData("map(integer, date)", "map(bigint, timestamp(3))", "map(bigint, timestamp(3))")]
    [InlineData("row(a integer, b varchar(2))", "row(a bigint, c varchar(4))", "row(a bigint, varchar(4))")]
    [InlineData("unknown", "json", "json")]
    [InlineData("integer", "varchar", null)]
    [InlineData("json", "varchar", null)]
    [InlineData("date", "time(3)", null)]
    [InlineData("boolean", "integer", null)]
    [InlineData("row(integer)", "row(integer, integer)", null)]
    [InlineData("array(integer)", "map(integer, integer)", null)]
    [InlineData("interval day to second", "interval year to month", null)]
    public void Common_super_type_holds_both(string first, string second, string? expected) =>
        Assert.Equal(expected, TypeCoercion.CommonSuperType(SqlTypeText.Parse(first), SqlTypeText.Parse(second))?.ToString());

    [Theory]
    [InlineData("integer", "bigint", true)]
    [InlineData("bigint", "integer", false)]
    [InlineData("varchar(3)", "varchar(5)", true)]
    [InlineData("varchar(5)", "varchar(3)", false)]
    [InlineData("char(3)", "varchar", false)]
    [InlineData("varchar(3)", "char(3)", true)]
    [InlineData("bigint", "decimal(19,0)", true)]
    [InlineData("bigint", "decimal(18,0)", false)]
    [InlineData("unknown", "row(a bigint)", true)]
    [InlineData("bigint", "unknown", false)]
    [InlineData("row(a integer)", "row(b bigint)", true)]
    [InlineData("varchar", "json", false)]
    public void Values_coerce_only_where_nothing_is_lost(string from, string to, bool expected) =>
        Assert.Equal(expected, TypeCoercion.CanCoerce(SqlTypeText.Parse(from), SqlTypeText.Parse(to)));

    [Theory]
    [InlineData("varchar", "date", true)]
    [InlineData("varchar", "array(varchar)", false)]
    [InlineData("double", "varchar", true)]
    [InlineData("date", "bigint", false)]
    [InlineData("timestamp(3)", "bigint", false)]
    [InlineData("bigint", "timestamp(3)", false)]
    [InlineData("boolean", "bigint", true)]
    [InlineData("json", "map(varchar, array(bigint))", true)]
    [InlineData("json", "map(date, bigint)", false)]
    [InlineData("row(a map(varchar, date))", "json", true)]
    [InlineData("map(array(bigint), bigint)", "json", false)]
    [InlineData("row(a varchar, b date)", "row(x bigint, y timestamp(3))", true)]
    [InlineData("row(a varchar)", "varchar", false)]
    [InlineData("array(varchar)", "array(date)", true)]
    [InlineData("ipaddress", "varbinary", true)]
    [InlineData("varchar", "ipaddress", true)]
    [InlineData("interval day to second", "varchar", true)]
    [InlineData("varchar", "interval day to second", false)]
    [InlineData("unknown", "map(varchar, json)", true)]
    public void Cast_exists_where_Trino_has_one(string from, string to, bool expected) =>
        Assert.Equal(expected, TypeCoercion.CanCast(SqlTypeText.Parse(from), SqlTypeText.Parse(to)));

    [Fact]
    public void Both_types_coerce_to_their_common_super_type() => Gen.Select(SqlTypes.Any, SqlTypes.Any).Sample((first, second) =>
    {
        // At the cap of 38 digits a decimal loses whole digits to the scale, in Trino too.
        var common = TypeCoercion.CommonSuperType(first, second);
        return common is null
            || common.ToString().Contains("decimal(38", StringComparison.Ordinal)
            || (TypeCoercion.CanCoerce(first, common) && TypeCoercion.CanCoerce(second, common));
    });

    [Fact]
    public void Common_super_type_does_not_depend_on_the_order() => Gen.Select(SqlTypes.Any, SqlTypes.Any).Sample((first, second) =>
        Equals(TypeCoercion.CommonSuperType(first, second), TypeCoercion.CommonSuperType(second, first)));
}
