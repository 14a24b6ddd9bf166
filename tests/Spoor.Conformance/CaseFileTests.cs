using Spoor.Conformance.Text;
using Spoor.Core.Collections;
using Xunit;

namespace Spoor.Conformance;

public class CaseFileTests
{
    [Fact]
    public void Error_case_has_code_place_and_message()
    {
        var read = CaseFile.Read("""
            # a misspelt column · https://trino.io/docs/current/sql/select.html
            query error COLUMN_NOT_FOUND 1:8
            SELECT evntname FROM cloudtrail
            ----
            Column 'evntname' cannot be resolved
            """);

        var expected = new ConformanceCase(
            2,
            "a misspelt column · https://trino.io/docs/current/sql/select.html",
            "SELECT evntname FROM cloudtrail",
            new ExpectedError("COLUMN_NOT_FOUND", "1:8", "Column 'evntname' cannot be resolved"));
        Assert.Equal([expected], read);
    }

    [Fact]
    public void Cases_are_parted_by_blank_lines_and_comments_alone_are_no_case()
    {
        var read = CaseFile.Read("""
            # About this file.

            statement
            CREATE DATABASE lab

            # two rows
            query ordered bigint, map(varchar, bigint)
            SELECT *
            FROM t
            ----
            1 | {a=1}
            2 | NULL
            """);

        Assert.Equal(
            [
                new ConformanceCase(3, "", "CREATE DATABASE lab", new ExpectedSuccess()),
                new ConformanceCase(7, "two rows", "SELECT *\nFROM t", new ExpectedRows("bigint, map(varchar, bigint)", ["1 | {a=1}", "2 | NULL"], IsOrdered: true)),
            ],
            read);
    }

    [Theory]
    [InlineData("query bigint\nSELECT 1", "Line 1: 'query bigint' is no directive, or its answer after ---- is missing or too much.")]
    [InlineData("# a\nselect\nSELECT 1\n----\n1", "Line 2: 'select' is no directive, or its answer after ---- is missing or too much.")]
    public void Malformed_case_is_refused_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => CaseFile.Read(text)).Message);
}
