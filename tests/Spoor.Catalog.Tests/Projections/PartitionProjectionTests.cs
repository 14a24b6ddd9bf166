using System.Globalization;
using CsCheck;
using Spoor.Catalog.Definitions;
using Spoor.Catalog.Projections;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Catalog.Tests.Projections;

public sealed class PartitionProjectionTests
{
    private static readonly DateTimeOffset s_now = new(2024, 3, 1, 13, 45, 30, TimeSpan.Zero);

    [Fact]
    public void Without_the_switch_there_is_no_projection()
    {
        Assert.Null(PartitionProjection.TryCreate(Table(["p"], ("projection.p.type", "injected"))));
        Assert.Null(PartitionProjection.TryCreate(Table(["p"], ("projection.enabled", "false"), ("projection.p.type", "injected"))));
    }

    // The DDL of the Athena guide: querying CloudTrail logs with partition projection.
    [Fact]
    public void Guide_example_gives_days_and_their_folders()
    {
        var projection = Create(
            ["timestamp"],
            ("projection.timestamp.format", "yyyy/MM/dd"),
            ("projection.timestamp.interval", "1"),
            ("projection.timestamp.interval.unit", "DAYS"),
            ("projection.timestamp.range", "2024/02/27,NOW"),
            ("projection.timestamp.type", "date"),
            ("storage.location.template", "s3://bucket/AWSLogs/account-id/CloudTrail/aws-region/${timestamp}"));

        Assert.Equal(["2024/02/27", "2024/02/28", "2024/02/29", "2024/03/01"], projection.Columns[0].Values(s_now));
        Assert.Equal("s3://bucket/AWSLogs/account-id/CloudTrail/aws-region/2024/02/29/", projection.Location(["2024/02/29"]));
    }

    [Fact]
    public void Enum_values_keep_white_space_and_come_once()
    {
        var column = CreateColumn(("type", "ENUM "), ("values", "b, a,b,"));

        Assert.Equal(["b", " a"], column.Values(s_now));
        Assert.True(column.Contains(" a", s_now));
        Assert.False(column.Contains("a", s_now));
    }

    [Theory]
    [InlineData("1,3", null, null, "1 2 3")]
    [InlineData(" -2 , 2 ", "2", null, "-2 0 2")]
    [InlineData("0001,0003", null, null, "1 2 3")]
    [InlineData("8,12", null, "2", "08 09 10 11 12")]
    [InlineData("-1,1", null, "3", "-01 000 001")]
    [InlineData("9223372036854775806,9223372036854775807", null, null, "9223372036854775806 9223372036854775807")]
    [InlineData("1,10", "4", null, "1 5 9")]
    public void Integer_ranges_are_inclusive(string range, string? interval, string? digits, string expected)
    {
        var column = CreateColumn([("type", "integer"), ("range", range), .. Optional("interval", interval), .. Optional("digits", digits)]);

        Assert.Equal(expected.Split(' '), column.Values(s_now));
    }

    [Fact]
    public void Integer_ranges_need_not_be_enumerated()
    {
        var column = CreateColumn(("type", "integer"), ("range", "0,999999999999"), ("digits", "12"));

        Assert.Equal(["000000000000", "000000000001"], column.Values(s_now).Take(2));
        Assert.True(column.Contains("123456789012", s_now));
        Assert.False(column.Contains("12345", s_now));
        Assert.False(column.Contains("1234567890123", s_now));
    }

    [Theory]
    [InlineData("yyyy-MM-dd", "2024-02-28,2024-03-01", "1", "DAYS", "2024-02-28 2024-02-29 2024-03-01")]
    [InlineData("yyyyMMdd", "20240101,20240120", "1", "weeks", "20240101 20240108 20240115")]
    [InlineData("yyyy/MM", "2023/11,NOW", null, null, "2023/11 2023/12 2024/01 2024/02 2024/03")]
    [InlineData("yyyy/MM/dd", "NOW-2DAYS, NOW ", null, null, "2024/02/28 2024/02/29 2024/03/01")]
    [InlineData("yyyy", "NOW - 3 YEARS,NOW", "1", "YEARS", "2021 2022 2023 2024")]
    [InlineData("yyyy", "2023,2024", null, null, "2023 2024")]
    [InlineData("yyyy/MM/dd/HH", "NOW-2HOURS,NOW+1HOUR", "1", "HOURS", "2024/03/01/11 2024/03/01/12 2024/03/01/13 2024/03/01/14")]
    [InlineData("yyyy-MM-dd'T'HH:mm", "2024-01-01T00:00,2024-01-01T01:00", "30", "MINUTES", "2024-01-01T00:00 2024-01-01T00:30 2024-01-01T01:00")]
    [InlineData("'year='yyyy'/month='MM", "year=2024/month=01,year=2024/month=02", "1", "MONTHS", "year=2024/month=01 year=2024/month=02")]
    [InlineData("MMM''yy", "Jan'24,Feb'24", null, null, "Jan'24 Feb'24")]
    [InlineData("d.M.yyyy", "30.1.2024,1.2.2024", null, null, "30.1.2024 31.1.2024 1.2.2024")]
    [InlineData("yyyy-DDD", "2024-059,2024-061", null, null, "2024-059 2024-060 2024-061")]
    [InlineData("yyyyMMddHHmmssSSS", "20240101000000000,20240101000000002", "1", "MILLISECONDS", "20240101000000000 20240101000000001 20240101000000002")]
    [InlineData("dd,MM,yyyy", "01,02,2024,02,02,2024", null, null, "01,02,2024 02,02,2024")]
    public void Date_ranges_are_cut_to_the_format_and_stepped_from_the_left(string format, string range, string? interval, string? unit, string expected)
    {
        var column = CreateColumn([("type", "date"), ("format", format), ("range", range), .. Optional("interval", interval), .. Optional("interval.unit", unit)]);

        Assert.Equal(expected.Split(' '), column.Values(s_now));
    }

    [Fact]
    public void Steps_start_at_the_left_bound()
    {
        var column = CreateColumn(("type", "date"), ("format", "yyyy/MM/dd"), ("range", "2024/01/01,NOW"), ("interval", "7"), ("interval.unit", "DAYS"));

        Assert.True(column.Contains("2024/01/08", s_now));
        Assert.False(column.Contains("2024/01/09", s_now));
        Assert.False(column.Contains("2024/1/8", s_now));
    }

    [Fact]
    public void End_of_the_calendar_ends_the_range()
    {
        var column = CreateColumn(("type", "date"), ("format", "yyyy"), ("range", "9998,NOW+9000YEARS"), ("interval", "1"), ("interval.unit", "YEARS"));

        Assert.Equal(["9998", "9999"], column.Values(s_now));
    }

    [Fact]
    public void Values_of_date_columns_have_the_form_of_the_type()
    {
        var properties = new[] { ("projection.enabled", "true"), ("projection.p.type", "date"), ("projection.p.format", "yyyy/MM/dd"), ("projection.p.range", "2024/01/01,NOW") };
        var column = PartitionProjection.TryCreate(Table([new Column("p", ScalarTypes.Date, Comment: null)], properties))!.Columns[0];

        Assert.Equal("2024-01-02", column.ToColumnText("2024/01/02"));
        Assert.Equal("2024/01/02", column.FromColumnText("2024-01-02"));
    }

    [Fact]
    public void Injected_column_needs_an_equality()
    {
        var column = CreateColumn(("type", "injected"));

        var error = Assert.Throws<QueryException>(() => column.Values(s_now));

        Assert.True(column.IsInjected);
        Assert.Equal(ErrorCode.ConstraintViolation, error.Code);
        Assert.Equal("For the injected projected partition column p, the WHERE clause must contain only static equality conditions, and at least one such condition must be present.", error.Message);
    }

    [Fact]
    public void Location_without_a_template_has_escaped_names()
    {
        var projection = Create(["region", "day"], ("projection.region.type", "injected"), ("projection.day.type", "injected"));

        Assert.Equal("s3://bucket/table/region=us-east-1/day=2024%2F01%2F02/", projection.Location(["us-east-1", "2024/01/02"]));
    }

    [Fact]
    public void Location_of_the_table_is_no_template()
    {
        var table = Table(["p"], ("projection.enabled", "true"), ("projection.p.type", "injected"));
        var projection = PartitionProjection.TryCreate(table with { Storage = table.Storage! with { Location = "s3://b/${x}/" } })!;

        Assert.Equal("s3://b/${x}/p=1/", projection.Location(["1"]));
    }

    [Fact]
    public void Placeholder_may_occur_twice()
    {
        var projection = Create(["a", "b"], ("projection.a.type", "injected"), ("projection.b.type", "injected"), ("storage.location.template", "s3://x/${a}/${b}/${a}-${b}/"));

        Assert.Equal("s3://x/1/${a}/1-${a}/", projection.Location(["1", "${a}"]));
    }

    [Fact]
    public void Column_without_configuration_is_Athenas_error()
    {
        var table = Table(["p", "q"], ("projection.enabled", "true"), ("projection.q.type", "injected"));

        var error = Assert.Throws<QueryException>(() => PartitionProjection.TryCreate(table));

        Assert.Equal(ErrorCode.HiveMetastoreError, error.Code);
        Assert.Equal("Table db.t is configured for partition projection, but the following partition columns are missing projection configuration: [p] (table db.t)", error.Message);
    }

    [Theory]
    [InlineData("integer", "range", "1-9", "For input string: \"1-9\"")]
    [InlineData("integer", "range", "9,1", "Column projection for column 'p' failed. Property: 'projection.p.range' needs to be a list of 2 integers that are sequential")]
    [InlineData("integer", "digits", "2", "Column projection for column 'p' failed. Missing required property: 'projection.p.range'")]
    [InlineData("enum", "range", "1,2", "Column projection for column 'p' failed. Missing required property: 'projection.p.values'")]
    [InlineData("enums", "values", "a", "Column projection for column 'p' failed. Property: 'projection.p.type' value 'enums' is invalid")]
    [InlineData("date", "range", "NOW,NOW", "Column projection for column 'p' failed. Missing required property: 'projection.p.format'")]
    public void Wrong_property_is_named(string type, string suffix, string value, string message) =>
        AssertInvalid(message, ("type", type), (suffix, value));

    [Theory]
    [InlineData("yyyy-MM-dd", "2024-02-30,NOW")]
    [InlineData("yyyy-MM-dd", "2024-01-01")]
    [InlineData("yyyy-MM-dd", "NOW-1DAY,NOW-2FORTNIGHTS")]
    public void Wrong_date_range_is_refused(string format, string range) =>
        AssertInvalid(
            $"Column projection for column 'p' failed. Property: 'projection.p.range' needs to be a list of 2 valid dates formatted as '{format}' or as NOW expressions that are sequential",
            ("type", "date"), ("format", format), ("range", range));

    [Theory]
    [InlineData("YYYY-ww", "Unknown pattern letter: Y.")]
    [InlineData("yyyy'T", "Pattern ends with an incomplete string literal: yyyy'T.")]
    [InlineData("yyyy[MM]", "Optional sections are not supported.")]
    [InlineData("yyyy#", "Pattern includes reserved character: '#'.")]
    public void Wrong_format_is_refused_with_Javas_reason(string format, string hint)
    {
        var error = Assert.Throws<QueryException>(() => CreateColumn(("type", "date"), ("format", format), ("range", "NOW,NOW")));

        Assert.Equal($"Column projection for column 'p' failed. Property: 'projection.p.format' value '{format}' is invalid", error.Message);
        Assert.Equal(hint, error.Hint);
    }

    [Fact]
    public void Hours_need_a_unit() =>
        AssertInvalid(
            "Column projection for column 'p' failed. Property: 'projection.p.interval.unit' needs to be set when provided 'projection.p.format' is less than single-day precision. Interval defaults to 1 day or 1 month, respectively. Otherwise, interval is required",
            ("type", "date"), ("format", "yyyy/MM/dd/HH"), ("range", "NOW,NOW"));

    [Theory]
    [InlineData("s3://b/x/", "Partition projection location template: s3://b/x/ is missing partition column: 'p' placeholder")]
    [InlineData("s3://b/${p}/${q}", "Partition projection location template: s3://b/${p}/${q} has a placeholder for 'q', which is not a partition column")]
    public void Template_names_exactly_the_partition_columns(string template, string message)
    {
        var error = Assert.Throws<QueryException>(() => Create(["p"], ("projection.p.type", "injected"), ("storage.location.template", template)));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Dates_equal_a_plain_enumeration()
    {
        var formats = OneOf("yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd HH", "yyyy/MM/dd/HH/mm", "dd.MM.yyyy");
        var start = Gen.Int[0, 5000].Select(days => new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(days));
        Gen.Select(formats, start, Gen.Int[0, 3000], Gen.Int[1, 50], OneOf("HOURS", "DAYS", "WEEKS", "MONTHS")).Sample((format, left, hours, interval, unit) =>
        {
            var right = left.AddHours(hours);
            // .NET's custom formats agree with Java's for these patterns.
            string Text(DateTime time) => time.ToString(format.Replace("/", "'/'", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            var last = DateTime.ParseExact(Text(right), format.Replace("/", "'/'", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            var expected = new List<string>();
            for (var time = left; time <= last; time = unit switch { "HOURS" => time.AddHours(interval), "DAYS" => time.AddDays(interval), "WEEKS" => time.AddDays(7 * interval), _ => time.AddMonths(interval) })
            {
                expected.Add(Text(time));
            }

            var column = CreateColumn(("type", "date"), ("format", format), ("range", $"{Text(left)},{Text(right)}"), ("interval", interval.ToString(CultureInfo.InvariantCulture)), ("interval.unit", unit));
            Assert.Equal(expected.Distinct(), column.Values(s_now));
            Assert.All(expected, value => Assert.True(column.Contains(value, s_now)));
            Assert.Equal(expected.Contains(Text(left.AddDays(3))), column.Contains(Text(left.AddDays(3)), s_now));
        });
    }

    private static void AssertInvalid(string message, params (string Suffix, string Value)[] properties)
    {
        var error = Assert.Throws<QueryException>(() => CreateColumn(properties));

        Assert.Equal(ErrorCode.InvalidTableProperty, error.Code);
        Assert.Equal(message, error.Message);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static (string Suffix, string Value)[] Optional(string suffix, string? value) => value is null ? [] : [(suffix, value)];

    private static ProjectedColumn CreateColumn(params (string Suffix, string Value)[] properties) =>
        Create(["p"], [.. properties.Select(property => ($"projection.p.{property.Suffix}", property.Value))]).Columns[0];

    private static PartitionProjection Create(string[] keys, params (string, string)[] properties) =>
        PartitionProjection.TryCreate(Table(keys, [("projection.enabled", "true"), .. properties]))!;

    private static Table Table(string[] keys, params (string Name, string Value)[] properties) =>
        Table([.. keys.Select(key => new Column(key, VarcharType.Unbounded, Comment: null))], properties);

    private static Table Table(Column[] keys, (string Name, string Value)[] properties) => new(
        new TableName(TableName.DefaultCatalog, "db", "t"),
        [],
        keys.ToValueList(),
        new TableStorage("s3://bucket/table", "serde", [], "input", "output"),
        properties.Select(property => new Property(property.Name, property.Value)).ToValueList(),
        Comment: null,
        DateTimeOffset.UnixEpoch,
        ViewText: null);
}
