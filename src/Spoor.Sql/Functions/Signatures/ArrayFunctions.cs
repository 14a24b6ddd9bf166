namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/array.html</summary>
internal static class ArrayFunctions
{
    public const string Signatures = """
        all_match(array(t), function(t,boolean)) T -> boolean
        any_match(array(t), function(t,boolean)) T -> boolean
        array_distinct(array(e)) E:comparable -> array(e)
        array_except(array(e), array(e)) E:comparable -> array(e)
        array_histogram(array(t)) T:comparable -> map(t,bigint)
        array_intersect(array(e), array(e)) E:comparable -> array(e)
        array_join(array(t), varchar) T -> varchar
        array_join(array(t), varchar, varchar) T -> varchar
        array_max(array(t)) T:orderable -> t
        array_min(array(t)) T:orderable -> t
        array_position(array(t), t) T:comparable -> bigint
        array_remove(array(e), e) E:comparable -> array(e)
        array_sort(array(e)) E:orderable -> array(e)
        array_sort(array(t), function(t,t,integer)) T -> array(t)
        array_union(array(e), array(e)) E:comparable -> array(e)
        arrays_overlap(array(e), array(e)) E:comparable -> boolean
        cardinality(array(e)) E -> bigint
        cardinality(map(k,v)) K, V -> bigint
        cardinality(HyperLogLog) -> bigint
        combinations(array(t), bigint) T -> array(array(t))
        concat(array(E)...) E -> array(E)
        concat(array(E), E) E -> array(E)
        concat(E, array(E)) E -> array(E)
        contains(array(t), t) T:comparable -> boolean
        contains(varchar(x), ipaddress) -> boolean
        contains_sequence(array(t), array(t)) T:comparable -> boolean
        element_at(array(e), bigint) E -> e
        element_at(map(K,V), K) K:comparable, V -> V
        filter(array(t), function(t,boolean)) T -> array(t)
        flatten(array(array(E))) E -> array(E)
        ngrams(array(t), bigint) T -> array(array(t))
        none_match(array(t), function(t,boolean)) T -> boolean
        reduce(array(T), S, function(S,T,S), function(S,R)) T, S, R -> R
        repeat(t, integer) T -> array(t)
        reverse(array(e)) E -> array(e)
        sequence(bigint, bigint) -> array(bigint)
        sequence(bigint, bigint, bigint) -> array(bigint)
        sequence(date, date) -> array(date)
        sequence(date, date, interval day to second) -> array(date)
        sequence(date, date, interval year to month) -> array(date)
        sequence(timestamp(p), timestamp(p), interval day to second) -> array(timestamp(p))
        sequence(timestamp(p), timestamp(p), interval year to month) -> array(timestamp(p))
        shuffle(array(e)) E -> array(e) nondeterministic
        slice(array(e), bigint, bigint) E -> array(e)
        transform(array(T), function(T,U)) T, U -> array(U)
        trim_array(array(e), bigint) E -> array(e)
        zip(array(T1), array(T2)) T1, T2 -> array(row(T1,T2))
        zip(array(T1), array(T2), array(T3)) T1, T2, T3 -> array(row(T1,T2,T3))
        zip(array(T1), array(T2), array(T3), array(T4)) T1, T2, T3, T4 -> array(row(T1,T2,T3,T4))
        zip(array(T1), array(T2), array(T3), array(T4), array(T5)) T1, T2, T3, T4, T5 -> array(row(T1,T2,T3,T4,T5))
        zip_with(array(T), array(U), function(T,U,R)) T, U, R -> array(R)
        """;
}
