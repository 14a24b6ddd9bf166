namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/datetime.html</summary>
internal static class DateTimeFunctions
{
    public const string Signatures = """
        at_timezone(timestamp(p) with time zone, varchar(x)) -> timestamp(p) with time zone
        at_timezone(timestamp(p) with time zone, interval day to second) -> timestamp(p) with time zone
        at_timezone(time(p) with time zone, varchar(x)) -> time(p) with time zone
        at_timezone(time(p) with time zone, interval day to second) -> time(p) with time zone
        current_date() -> date
        current_timezone() -> varchar
        date(varchar(x)) -> date
        date(timestamp(p)) -> date
        date(timestamp(p) with time zone) -> date
        date_add(varchar(x), bigint, date) -> date
        date_add(varchar(x), bigint, time(p)) -> time(p)
        date_add(varchar(x), bigint, time(p) with time zone) -> time(p) with time zone
        date_add(varchar(x), bigint, timestamp(p)) -> timestamp(p)
        date_add(varchar(x), bigint, timestamp(p) with time zone) -> timestamp(p) with time zone
        date_diff(varchar(x), date, date) -> bigint
        date_diff(varchar(x), time(p), time(p)) -> bigint
        date_diff(varchar(x), time(p) with time zone, time(p) with time zone) -> bigint
        date_diff(varchar(x), timestamp(p), timestamp(p)) -> bigint
        date_diff(varchar(x), timestamp(p) with time zone, timestamp(p) with time zone) -> bigint
        date_format(timestamp(p), varchar(x)) -> varchar
        date_format(timestamp(p) with time zone, varchar(x)) -> varchar
        date_parse(varchar(x), varchar(y)) -> timestamp(3)
        date_trunc(varchar(x), date) -> date
        date_trunc(varchar(x), time(p)) -> time(p)
        date_trunc(varchar(x), time(p) with time zone) -> time(p) with time zone
        date_trunc(varchar(x), timestamp(p)) -> timestamp(p)
        date_trunc(varchar(x), timestamp(p) with time zone) -> timestamp(p) with time zone
        day(date) -> bigint
        day(timestamp(p)) -> bigint
        day(timestamp(p) with time zone) -> bigint
        day(interval day to second) -> bigint
        day_of_month(date) -> bigint
        day_of_month(timestamp(p)) -> bigint
        day_of_month(timestamp(p) with time zone) -> bigint
        day_of_month(interval day to second) -> bigint
        day_of_week(date) -> bigint
        day_of_week(timestamp(p)) -> bigint
        day_of_week(timestamp(p) with time zone) -> bigint
        day_of_year(date) -> bigint
        day_of_year(timestamp(p)) -> bigint
        day_of_year(timestamp(p) with time zone) -> bigint
        dow(date) -> bigint
        dow(timestamp(p)) -> bigint
        dow(timestamp(p) with time zone) -> bigint
        doy(date) -> bigint
        doy(timestamp(p)) -> bigint
        doy(timestamp(p) with time zone) -> bigint
        format_datetime(timestamp(p), varchar(x)) -> varchar
        format_datetime(timestamp(p) with time zone, varchar(x)) -> varchar
        from_iso8601_date(varchar(x)) -> date
        from_iso8601_timestamp(varchar(x)) -> timestamp(3) with time zone
        from_iso8601_timestamp_nanos(varchar(x)) -> timestamp(9) with time zone
        from_unixtime(double) -> timestamp(3) with time zone
        from_unixtime(double, bigint, bigint) -> timestamp(3) with time zone
        from_unixtime(double, varchar(x)) -> timestamp(3) with time zone
        from_unixtime_nanos(bigint) -> timestamp(9) with time zone
        from_unixtime_nanos(decimal(p,s)) -> timestamp(9) with time zone
        hour(time(p)) -> bigint
        hour(time(p) with time zone) -> bigint
        hour(timestamp(p)) -> bigint
        hour(timestamp(p) with time zone) -> bigint
        hour(interval day to second) -> bigint
        human_readable_seconds(double) -> varchar
        last_day_of_month(date) -> date
        last_day_of_month(timestamp(p)) -> date
        last_day_of_month(timestamp(p) with time zone) -> date
        millisecond(time(p)) -> bigint
        millisecond(time(p) with time zone) -> bigint
        millisecond(timestamp(p)) -> bigint
        millisecond(timestamp(p) with time zone) -> bigint
        millisecond(interval day to second) -> bigint
        minute(time(p)) -> bigint
        minute(time(p) with time zone) -> bigint
        minute(timestamp(p)) -> bigint
        minute(timestamp(p) with time zone) -> bigint
        minute(interval day to second) -> bigint
        month(date) -> bigint
        month(timestamp(p)) -> bigint
        month(timestamp(p) with time zone) -> bigint
        month(interval year to month) -> bigint
        now() -> timestamp(3) with time zone
        parse_datetime(varchar(x), varchar(y)) -> timestamp(3) with time zone
        parse_duration(varchar(x)) -> interval day to second
        quarter(date) -> bigint
        quarter(timestamp(p)) -> bigint
        quarter(timestamp(p) with time zone) -> bigint
        second(time(p)) -> bigint
        second(time(p) with time zone) -> bigint
        second(timestamp(p)) -> bigint
        second(timestamp(p) with time zone) -> bigint
        second(interval day to second) -> bigint
        timezone_hour(time(p) with time zone) -> bigint
        timezone_hour(timestamp(p) with time zone) -> bigint
        timezone_minute(time(p) with time zone) -> bigint
        timezone_minute(timestamp(p) with time zone) -> bigint
        to_iso8601(date) -> varchar(16)
        to_iso8601(timestamp(p)) -> varchar(22 + min(1, p) + p)
        to_iso8601(timestamp(p) with time zone) -> varchar(28 + min(1, p) + p)
        to_milliseconds(interval day to second) -> bigint
        to_unixtime(timestamp(p)) -> double
        to_unixtime(timestamp(p) with time zone) -> double
        week(date) -> bigint
        week(timestamp(p)) -> bigint
        week(timestamp(p) with time zone) -> bigint
        week_of_year(date) -> bigint
        week_of_year(timestamp(p)) -> bigint
        week_of_year(timestamp(p) with time zone) -> bigint
        with_timezone(timestamp(p), varchar(x)) -> timestamp(p) with time zone
        year(date) -> bigint
        year(timestamp(p)) -> bigint
        year(timestamp(p) with time zone) -> bigint
        year(interval year to month) -> bigint
        year_of_week(date) -> bigint
        year_of_week(timestamp(p)) -> bigint
        year_of_week(timestamp(p) with time zone) -> bigint
        yow(date) -> bigint
        yow(timestamp(p)) -> bigint
        yow(timestamp(p) with time zone) -> bigint
        """;
}
