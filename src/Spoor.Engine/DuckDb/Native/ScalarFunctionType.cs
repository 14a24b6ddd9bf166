namespace Spoor.Engine.DuckDb.Native;

/// <summary>Type of a parameter or result of a C# scalar function.</summary>
/// <param name="TypeId">DuckDB's <c>duckdb_type</c>.</param>
/// <param name="Parts">Element of a list; key and value of a map; members of a struct.</param>
/// <param name="Names">Names of a struct's members.</param>
internal sealed record ScalarFunctionType(int TypeId, ScalarFunctionType[]? Parts = null, string[]? Names = null)
{
    private const int ListId = 24;
    private const int StructId = 25;
    private const int MapId = 26;

    internal static readonly ScalarFunctionType Boolean = new(1);
    internal static readonly ScalarFunctionType Integer = new(4);
    internal static readonly ScalarFunctionType BigInt = new(5);
    internal static readonly ScalarFunctionType Real = new(10);
    internal static readonly ScalarFunctionType Double = new(11);
    internal static readonly ScalarFunctionType Timestamp = new(12);
    internal static readonly ScalarFunctionType Date = new(13);
    internal static readonly ScalarFunctionType Time = new(14);
    internal static readonly ScalarFunctionType Interval = new(15);
    internal static readonly ScalarFunctionType HugeInt = new(16);
    internal static readonly ScalarFunctionType Varchar = new(17);
    internal static readonly ScalarFunctionType Blob = new(18);
    internal static readonly ScalarFunctionType ZonedTimestamp = new(StructId, [Timestamp, Varchar], ["instant", "zone"]);
    internal static readonly ScalarFunctionType VarcharList = List(Varchar);
    internal static readonly ScalarFunctionType VarcharMap = new(MapId, [Varchar, Varchar]);

    internal static ScalarFunctionType List(ScalarFunctionType element) => new(ListId, [element]);

    /// <summary>Makes DuckDB's own object for the type; the caller destroys it.</summary>
    internal unsafe nint Create()
    {
        var parts = (Parts ?? []).Select(part => part.Create()).ToArray();
        var type = TypeId switch
        {
            ListId => ScalarFunctionApi.CreateListType(parts[0]),
            MapId => ScalarFunctionApi.CreateMapType(parts[0], parts[1]),
            StructId => CreateStruct(parts),
            _ => ScalarFunctionApi.CreateType(TypeId),
        };
        foreach (var part in parts)
        {
            var owned = part;
            ScalarFunctionApi.DestroyType(ref owned);
        }

        return type;
    }

    private unsafe nint CreateStruct(nint[] parts)
    {
        var names = Names!.Select(System.Runtime.InteropServices.Marshal.StringToCoTaskMemUTF8).ToArray(); // A struct is made with names.
        try
        {
            fixed (nint* types = parts, pointers = names)
            {
                return ScalarFunctionApi.CreateStructType(types, (byte**)pointers, (ulong)parts.Length);
            }
        }
        finally
        {
            Array.ForEach(names, System.Runtime.InteropServices.Marshal.FreeCoTaskMem);
        }
    }
}
