namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/aggregate.html</summary>
internal static class AggregateFunctions
{
    public const string Signatures = """
        any_value(t) T -> t
        approx_distinct(t) T:comparable -> bigint
        approx_distinct(t, double) T:comparable -> bigint
        approx_most_frequent(bigint, bigint, bigint) -> map(bigint,bigint)
        approx_most_frequent(bigint, varchar, bigint) -> map(varchar,bigint)
        approx_percentile(bigint, double) -> bigint
        approx_percentile(bigint, double, double) -> bigint
        approx_percentile(bigint, double, double, double) -> bigint
        approx_percentile(bigint, array(double)) -> array(bigint)
        approx_percentile(bigint, double, array(double)) -> array(bigint)
        approx_percentile(double, double) -> double
        approx_percentile(double, double, double) -> double
        approx_percentile(double, double, double, double) -> double
        approx_percentile(double, array(double)) -> array(double)
        approx_percentile(double, double, array(double)) -> array(double)
        approx_percentile(real, double) -> real
        approx_percentile(real, double, double) -> real
        approx_percentile(real, double, double, double) -> real
        approx_percentile(real, array(double)) -> array(real)
        approx_percentile(real, double, array(double)) -> array(real)
        approx_set(bigint) -> HyperLogLog
        approx_set(bigint, double) -> HyperLogLog
        approx_set(double) -> HyperLogLog
        approx_set(double, double) -> HyperLogLog
        approx_set(varchar(x)) -> HyperLogLog
        approx_set(varchar(x), double) -> HyperLogLog
        arbitrary(t) T -> t
        array_agg(t) T -> array(t)
        avg(bigint) -> double
        avg(double) -> double
        avg(real) -> real
        avg(decimal(p,s)) -> decimal(p,s)
        avg(interval day to second) -> interval day to second
        avg(interval year to month) -> interval year to month
        bitwise_and_agg(bigint) -> bigint
        bitwise_or_agg(bigint) -> bigint
        bool_and(boolean) -> boolean
        bool_or(boolean) -> boolean
        checksum(t) T:comparable -> varbinary
        corr(double, double) -> double
        corr(real, real) -> real
        count() -> bigint
        count(t) T -> bigint
        count_if(boolean) -> bigint
        covar_pop(double, double) -> double
        covar_pop(real, real) -> real
        covar_samp(double, double) -> double
        covar_samp(real, real) -> real
        every(boolean) -> boolean
        geometric_mean(bigint) -> double
        geometric_mean(double) -> double
        geometric_mean(real) -> real
        histogram(t) T:comparable -> map(t,bigint)
        kurtosis(bigint) -> double
        kurtosis(double) -> double
        # ON OVERFLOW is no argument here: the analyzer keeps it apart.
        listagg(varchar(x)) -> varchar
        listagg(varchar(x), varchar(d)) -> varchar
        map_agg(k, v) K:comparable, V -> map(k,v)
        map_union(map(k,v)) K:comparable, V -> map(k,v)
        max(t) T:orderable -> t
        max(t, bigint) T:orderable -> array(t)
        max_by(v, k) V, K:orderable -> v
        max_by(v, k, bigint) V, K:orderable -> array(v)
        merge(HyperLogLog) -> HyperLogLog
        min(t) T:orderable -> t
        min(t, bigint) T:orderable -> array(t)
        min_by(v, k) V, K:orderable -> v
        min_by(v, k, bigint) V, K:orderable -> array(v)
        multimap_agg(k, v) K:comparable, V -> map(k,array(v))
        numeric_histogram(bigint, double) -> map(double,double)
        numeric_histogram(bigint, double, double) -> map(double,double)
        numeric_histogram(bigint, real) -> map(real,real)
        numeric_histogram(bigint, real, double) -> map(real,real)
        reduce_agg(T, S, function(S,T,S), function(S,S,S)) T, S -> S
        regr_intercept(double, double) -> double
        regr_intercept(real, real) -> real
        regr_slope(double, double) -> double
        regr_slope(real, real) -> real
        skewness(bigint) -> double
        skewness(double) -> double
        stddev(bigint) -> double
        stddev(double) -> double
        stddev_pop(bigint) -> double
        stddev_pop(double) -> double
        stddev_samp(bigint) -> double
        stddev_samp(double) -> double
        sum(bigint) -> bigint
        sum(double) -> double
        sum(real) -> real
        sum(decimal(p,s)) -> decimal(38,s)
        sum(interval day to second) -> interval day to second
        sum(interval year to month) -> interval year to month
        var_pop(bigint) -> double
        var_pop(double) -> double
        var_samp(bigint) -> double
        var_samp(double) -> double
        variance(bigint) -> double
        variance(double) -> double
        """;
}
