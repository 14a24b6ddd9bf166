namespace Spoor.Engine.Tables.Contract;

/// <summary>What a table's read does with a condition of the query.</summary>
/// <seealso href="https://docs.rs/datafusion/latest/datafusion/logical_expr/enum.TableProviderFilterPushDown.html"/>
internal enum Pushdown
{
    /// <summary>Nothing: rows that do not meet it come through.</summary>
    Unsupported,

    /// <summary>It leaves out some of the rows that do not meet the condition, and none that does.</summary>
    Inexact,

    /// <summary>All rows that it gives meet the condition.</summary>
    Exact,
}
