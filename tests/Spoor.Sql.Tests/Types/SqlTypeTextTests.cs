using CsCheck;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Xunit;

namespace Spoor.Sql.Tests.Types;

public class SqlTypeTextTests
{
    [Fact]
    public void Parse_reads_what_a_type_prints() => SqlTypes.Any.Sample(type => SqlTypeText.Parse(type.ToString()) == type);

    [Theory]
    [InlineData("string", "varchar")]
    [InlineData("INT", "integer")]
    [InlineData("float", "real")]
    [InlineData("binary", "varbinary")]
    [InlineData("decimal", "decimal(10,0)")]
    [InlineData("decimal(7)", "decimal(7,0)")]
    [InlineData("timestamp", "timestamp(3)")]
    [InlineData("struct<userName:string,tags:array<struct<key:string>>>", "row(username varchar, tags array(row(key varchar)))")]
    [InlineData("map<string, array<int>>", "map(varchar, array(integer))")]
    [InlineData("struct<user-agent:string,@type:int>", "row(\"user-agent\" varchar, \"@type\" integer)")]
    [InlineData("row(double double, timestamp with time zone)", "row(double double, timestamp(3) with time zone)")]
    public void Parse_reads_Hive_and_short_spellings(string text, string expected) => Assert.Equal(expected, SqlTypeText.Parse(text).ToString());

    [Theory]
    [InlineData("array<string", "Error: type expected at the position 12 of 'array<string'")]
    [InlineData("", "Error: type expected at the position 0 of ''")]
    [InlineData("varchar(5) x", "Error: type expected at the position 11 of 'varchar(5) x'")]
    [InlineData("struct<a>", "Error: type expected at the position 7 of 'struct<a>'")]
    [InlineData("array<strng>", "Unknown type: strng")]
    [InlineData("varchar(x)", "Unknown type: varchar")]
    [InlineData("decimal(39,0)", "DECIMAL precision must be in range [1, 38]: 39")]
    public void Parse_refuses_what_is_no_type(string text, string message) =>
        Assert.Equal(message, Assert.Throws<QueryException>(() => SqlTypeText.Parse(text)).Message);

    [Fact]
    public void Parse_refuses_deep_nesting()
    {
        var text = string.Concat(Enumerable.Repeat("array(", 10_000)) + "int" + new string(')', 10_000);

        Assert.Equal(ErrorCode.StackOverflow, Assert.Throws<QueryException>(() => SqlTypeText.Parse(text)).Code);
    }

    [Theory]
    [InlineData("row(a varchar, b array(integer))", "struct<a:string,b:array<int>>")]
    [InlineData("map(varchar, real)", "map<string,float>")]
    [InlineData("varchar(5)", "varchar(5)")]
    [InlineData("decimal(7,2)", "decimal(7,2)")]
    [InlineData("varbinary", "binary")]
    [InlineData("timestamp(3)", "timestamp")]
    [InlineData("row(bigint, date)", "struct<field0:bigint,field1:date>")]
    public void Hive_spelling_is_printed(string type, string expected) => Assert.Equal(expected, HiveTypeNames.Print(SqlTypeText.Parse(type)));
}
