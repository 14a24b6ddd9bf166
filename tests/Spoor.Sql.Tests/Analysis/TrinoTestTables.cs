using Spoor.Sql.Analysis.Scopes;
using Spoor.Testing;

namespace Spoor.Sql.Tests.Analysis;

/// <summary>The tables of Trino's own analyzer tests.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/test/java/io/trino/sql/analyzer/TestAnalyzer.java"/>
internal static class TrinoTestTables
{
    public static AnalysisContext Context { get; } = new(
        new FakeTableSource()
            .Add("tpch", "s1", "t1", "a bigint, b bigint, c bigint, d bigint")
            .Add("tpch", "s1", "t2", "a bigint, b bigint")
            .Add("tpch", "s1", "t3", "a bigint, b bigint, $x bigint")
            .Add("tpch", "s1", "t5", "a bigint, $b bigint")
            .Add("tpch", "s1", "t6", "a bigint, b varchar, c bigint, d bigint")
            .Add("tpch", "s1", "t7", "a bigint, b double, c array(bigint), d array(double)")
            .Add("tpch", "s1", "v1", "a bigint", "select a from t1")
            .Add("tpch", "s1", "v2", "a varchar", "select a from t1")
            .Add("tpch", "s1", "v4", "a bigint", "select A from t1")
            .Add("tpch", "s1", "v5", "a bigint", "select * from v5")
            .Add("tpch", "s1", "table_and_view", "a bigint", "SELECT a FROM t2")
            .Add("cat", "a", "b", "x varchar")
            .Add("cat", "a", "t1", "b row(f1 bigint, f2 bigint)")
            .Add("cat", "a", "t2", "a row(f1 bigint, f2 bigint)")
            .Add("cat", "a", "t3", "b row(f1 row(f11 bigint, f12 bigint), f2 boolean), c bigint")
            .Add("cat", "a", "t4", "b row(f1 row(f11 row(f111 bigint, f112 bigint), f12 boolean), f2 boolean), c bigint")
            .Add("cat", "a", "t5", "b row(f1 bigint)"),
        "tpch",
        "s1",
        new DateTimeOffset(2024, 1, 31, 12, 34, 56, 789, TimeSpan.Zero));
}
