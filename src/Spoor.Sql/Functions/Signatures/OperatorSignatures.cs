namespace Spoor.Sql.Functions.Signatures;

/// <summary>The arithmetic operators, declared as functions are.</summary>
/// <seealso href="https://trino.io/docs/456/functions/math.html"/>
/// <seealso href="https://trino.io/docs/456/functions/decimal.html#arithmetic-operators"/>
/// <seealso href="https://trino.io/docs/456/functions/datetime.html#date-and-time-operators"/>
internal static class OperatorSignatures
{
    public const string Signatures = """
        add(tinyint, tinyint) -> tinyint
        add(smallint, smallint) -> smallint
        add(integer, integer) -> integer
        add(bigint, bigint) -> bigint
        add(real, real) -> real
        add(double, double) -> double
        add(decimal(p1,s1), decimal(p2,s2)) -> decimal(min(38, max(p1 - s1, p2 - s2) + max(s1, s2) + 1), max(s1, s2))
        add(interval day to second, interval day to second) -> interval day to second
        add(interval year to month, interval year to month) -> interval year to month
        add(date, interval day to second) -> date
        add(interval day to second, date) -> date
        add(date, interval year to month) -> date
        add(interval year to month, date) -> date
        add(time(p), interval day to second) -> time(max(3, p))
        add(interval day to second, time(p)) -> time(max(3, p))
        add(time(p) with time zone, interval day to second) -> time(max(3, p)) with time zone
        add(interval day to second, time(p) with time zone) -> time(max(3, p)) with time zone
        add(timestamp(p), interval day to second) -> timestamp(max(3, p))
        add(interval day to second, timestamp(p)) -> timestamp(max(3, p))
        add(timestamp(p), interval year to month) -> timestamp(p)
        add(interval year to month, timestamp(p)) -> timestamp(p)
        add(timestamp(p) with time zone, interval day to second) -> timestamp(max(3, p)) with time zone
        add(interval day to second, timestamp(p) with time zone) -> timestamp(max(3, p)) with time zone
        add(timestamp(p) with time zone, interval year to month) -> timestamp(p) with time zone
        add(interval year to month, timestamp(p) with time zone) -> timestamp(p) with time zone

        subtract(tinyint, tinyint) -> tinyint
        subtract(smallint, smallint) -> smallint
        subtract(integer, integer) -> integer
        subtract(bigint, bigint) -> bigint
        subtract(real, real) -> real
        subtract(double, double) -> double
        subtract(decimal(p1,s1), decimal(p2,s2)) -> decimal(min(38, max(p1 - s1, p2 - s2) + max(s1, s2) + 1), max(s1, s2))
        subtract(interval day to second, interval day to second) -> interval day to second
        subtract(interval year to month, interval year to month) -> interval year to month
        subtract(date, interval day to second) -> date
        subtract(date, interval year to month) -> date
        subtract(date, date) -> interval day to second
        subtract(time(p), interval day to second) -> time(max(3, p))
        subtract(time(p), time(p)) -> interval day to second
        subtract(time(p) with time zone, interval day to second) -> time(max(3, p)) with time zone
        subtract(time(p) with time zone, time(p) with time zone) -> interval day to second
        subtract(timestamp(p), interval day to second) -> timestamp(max(3, p))
        subtract(timestamp(p), interval year to month) -> timestamp(p)
        subtract(timestamp(p), timestamp(p)) -> interval day to second
        subtract(timestamp(p) with time zone, interval day to second) -> timestamp(max(3, p)) with time zone
        subtract(timestamp(p) with time zone, interval year to month) -> timestamp(p) with time zone
        subtract(timestamp(p) with time zone, timestamp(p) with time zone) -> interval day to second

        multiply(tinyint, tinyint) -> tinyint
        multiply(smallint, smallint) -> smallint
        multiply(integer, integer) -> integer
        multiply(bigint, bigint) -> bigint
        multiply(real, real) -> real
        multiply(double, double) -> double
        multiply(decimal(p1,s1), decimal(p2,s2)) -> decimal(min(38, p1 + p2), s1 + s2)
        multiply(interval day to second, bigint) -> interval day to second
        multiply(interval day to second, double) -> interval day to second
        multiply(bigint, interval day to second) -> interval day to second
        multiply(double, interval day to second) -> interval day to second
        multiply(interval year to month, bigint) -> interval year to month
        multiply(interval year to month, double) -> interval year to month
        multiply(bigint, interval year to month) -> interval year to month
        multiply(double, interval year to month) -> interval year to month

        divide(tinyint, tinyint) -> tinyint
        divide(smallint, smallint) -> smallint
        divide(integer, integer) -> integer
        divide(bigint, bigint) -> bigint
        divide(real, real) -> real
        divide(double, double) -> double
        divide(decimal(p1,s1), decimal(p2,s2)) -> decimal(min(38, p1 + s2 + max(s2 - s1, 0)), max(s1, s2))
        divide(interval day to second, double) -> interval day to second
        divide(interval year to month, double) -> interval year to month

        modulus(tinyint, tinyint) -> tinyint
        modulus(smallint, smallint) -> smallint
        modulus(integer, integer) -> integer
        modulus(bigint, bigint) -> bigint
        modulus(real, real) -> real
        modulus(double, double) -> double
        modulus(decimal(p1,s1), decimal(p2,s2)) -> decimal(min(p2 - s2, p1 - s1) + max(s1, s2), max(s1, s2))
        """;
}
