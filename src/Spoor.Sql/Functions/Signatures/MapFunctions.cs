namespace Spoor.Sql.Functions.Signatures;

/// <summary>https://trino.io/docs/456/functions/map.html</summary>
internal static class MapFunctions
{
    public const string Signatures = """
        map() -> map(unknown,unknown)
        map(array(K), array(V)) K:comparable, V -> map(K,V)
        map_concat(map(K,V)...) K:comparable, V -> map(K,V)
        map_entries(map(k,v)) K, V -> array(row(k,v))
        map_filter(map(K,V), function(K,V,boolean)) K, V -> map(K,V)
        map_from_entries(array(row(k,v))) K:comparable, V -> map(k,v)
        map_keys(map(k,v)) K, V -> array(k)
        map_values(map(k,v)) K, V -> array(v)
        map_zip_with(map(K,V1), map(K,V2), function(K,V1,V2,V3)) K:comparable, V1, V2, V3 -> map(K,V3)
        multimap_from_entries(array(row(k,v))) K:comparable, V -> map(k,array(v))
        transform_keys(map(K1,V), function(K1,V,K2)) K1, K2:comparable, V -> map(K2,V)
        transform_values(map(K,V1), function(K,V1,V2)) K, V1, V2 -> map(K,V2)
        """;
}
