namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/math.html</summary>
internal static class MathFunctions
{
    public const string Signatures = """
        abs(tinyint) -> tinyint
        abs(smallint) -> smallint
        abs(integer) -> integer
        abs(bigint) -> bigint
        abs(double) -> double
        abs(real) -> real
        abs(decimal(p,s)) -> decimal(p,s)
        ceil(tinyint) -> tinyint
        ceil(smallint) -> smallint
        ceil(integer) -> integer
        ceil(bigint) -> bigint
        ceil(double) -> double
        ceil(real) -> real
        ceil(decimal(p,s)) -> decimal(p - s + min(s, 1), 0)
        ceiling(tinyint) -> tinyint
        ceiling(smallint) -> smallint
        ceiling(integer) -> integer
        ceiling(bigint) -> bigint
        ceiling(double) -> double
        ceiling(real) -> real
        ceiling(decimal(p,s)) -> decimal(p - s + min(s, 1), 0)
        floor(tinyint) -> tinyint
        floor(smallint) -> smallint
        floor(integer) -> integer
        floor(bigint) -> bigint
        floor(double) -> double
        floor(real) -> real
        floor(decimal(p,s)) -> decimal(p - s + min(s, 1), 0)
        round(tinyint) -> tinyint
        round(smallint) -> smallint
        round(integer) -> integer
        round(bigint) -> bigint
        round(double) -> double
        round(real) -> real
        round(decimal(p,s)) -> decimal(min(38, p - s + min(1, s)), 0)
        round(tinyint, integer) -> tinyint
        round(smallint, integer) -> smallint
        round(integer, integer) -> integer
        round(bigint, integer) -> bigint
        round(double, integer) -> double
        round(real, integer) -> real
        round(decimal(p,s), integer) -> decimal(min(38, p + 1), s)
        sign(tinyint) -> tinyint
        sign(smallint) -> smallint
        sign(integer) -> integer
        sign(bigint) -> bigint
        sign(double) -> double
        sign(real) -> real
        sign(decimal(p,s)) -> decimal(1,0)
        acos(double) -> double
        asin(double) -> double
        atan(double) -> double
        cbrt(double) -> double
        cos(double) -> double
        cosh(double) -> double
        degrees(double) -> double
        exp(double) -> double
        ln(double) -> double
        log10(double) -> double
        log2(double) -> double
        radians(double) -> double
        sin(double) -> double
        sinh(double) -> double
        sqrt(double) -> double
        tan(double) -> double
        tanh(double) -> double
        atan2(double, double) -> double
        beta_cdf(double, double, double) -> double
        cosine_distance(array(double), array(double)) -> double
        cosine_similarity(map(varchar,double), map(varchar,double)) -> double
        cosine_similarity(array(double), array(double)) -> double
        dot_product(array(double), array(double)) -> double
        e() -> double
        euclidean_distance(array(double), array(double)) -> double
        from_base(varchar(x), bigint) -> bigint
        infinity() -> double
        inverse_beta_cdf(double, double, double) -> double
        inverse_normal_cdf(double, double, double) -> double
        is_finite(double) -> boolean
        is_finite(real) -> boolean
        is_infinite(double) -> boolean
        is_infinite(real) -> boolean
        is_nan(double) -> boolean
        is_nan(real) -> boolean
        log(double, double) -> double
        mod(tinyint, tinyint) -> tinyint
        mod(smallint, smallint) -> smallint
        mod(integer, integer) -> integer
        mod(bigint, bigint) -> bigint
        mod(double, double) -> double
        mod(real, real) -> real
        mod(decimal(a_precision,a_scale), decimal(b_precision,b_scale)) -> decimal(min(b_precision - b_scale, a_precision - a_scale) + max(a_scale, b_scale), max(a_scale, b_scale))
        nan() -> double
        normal_cdf(double, double, double) -> double
        pi() -> double
        pow(double, double) -> double
        power(double, double) -> double
        rand() -> double nondeterministic
        rand(tinyint) -> tinyint nondeterministic
        rand(tinyint, tinyint) -> tinyint nondeterministic
        rand(smallint) -> smallint nondeterministic
        rand(smallint, smallint) -> smallint nondeterministic
        rand(integer) -> integer nondeterministic
        rand(integer, integer) -> integer nondeterministic
        rand(bigint) -> bigint nondeterministic
        rand(bigint, bigint) -> bigint nondeterministic
        random() -> double nondeterministic
        random(tinyint) -> tinyint nondeterministic
        random(tinyint, tinyint) -> tinyint nondeterministic
        random(smallint) -> smallint nondeterministic
        random(smallint, smallint) -> smallint nondeterministic
        random(integer) -> integer nondeterministic
        random(integer, integer) -> integer nondeterministic
        random(bigint) -> bigint nondeterministic
        random(bigint, bigint) -> bigint nondeterministic
        t_cdf(double, double) -> double
        t_pdf(double, double) -> double
        to_base(bigint, bigint) -> varchar(64)
        truncate(double) -> double
        truncate(real) -> real
        truncate(decimal(p,s)) -> decimal(max(1, p - s), 0)
        truncate(decimal(p,s), integer) -> decimal(p,s)
        width_bucket(double, double, double, bigint) -> bigint
        width_bucket(double, array(double)) -> bigint
        wilson_interval_lower(bigint, bigint, double) -> double
        wilson_interval_upper(bigint, bigint, double) -> double
        """;
}
