namespace Spoor.Core.Types;

/// <summary>Whose spelling of types a text uses.</summary>
public enum TypeDialect
{
    /// <summary>Queries: <c>varchar</c>, <c>real</c>, <c>row(a bigint)</c>; a bare <c>decimal</c> is <c>decimal(38,0)</c>.</summary>
    Trino,

    /// <summary>DDL: <c>string</c>, <c>float</c>, <c>struct&lt;a:bigint&gt;</c>; a bare <c>decimal</c> is <c>decimal(10,0)</c>.</summary>
    Hive,
}
