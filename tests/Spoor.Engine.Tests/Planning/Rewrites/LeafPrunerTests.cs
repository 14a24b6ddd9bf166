using Spoor.Catalog.Stores;
using Spoor.Engine.Planning;
using Spoor.Engine.Planning.Rewrites;
using Spoor.Engine.Planning.Sources;
using Spoor.Sql.Analysis;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Tables;
using Xunit;

namespace Spoor.Engine.Tests.Planning.Rewrites;

public sealed class LeafPrunerTests
{
    [Theory]
    [InlineData("SELECT useridentity.sessioncontext.sessionissuer.arn FROM trail", "useridentity.sessioncontext.sessionissuer.arn")]
    [InlineData("SELECT useridentity FROM trail WHERE useridentity.type = 'x'", "useridentity")]
    [InlineData("SELECT useridentity.sessioncontext, useridentity.sessioncontext.sessionissuer.arn FROM trail", "useridentity.sessioncontext")]
    [InlineData("SELECT useridentity.type, useridentity.arn FROM trail", "useridentity.type, useridentity.arn")]
    [InlineData("SELECT count(*) FROM trail", "")]
    [InlineData("SELECT eventname, count(*) FROM trail WHERE useridentity.type IS NOT NULL GROUP BY 1", "useridentity.type, eventname")]
    [InlineData("SELECT u.type FROM (SELECT useridentity AS u, requestparameters FROM trail)", "useridentity.type")]
    [InlineData("WITH x AS (SELECT * FROM trail) SELECT a.useridentity.type, b.useridentity.arn FROM x a CROSS JOIN x b", "useridentity.type, useridentity.arn")]
    [InlineData("WITH x AS (SELECT * FROM trail) SELECT a.useridentity.type FROM x a CROSS JOIN (SELECT useridentity.sessioncontext AS s FROM x) b WHERE b.s.sessionissuer.arn = 'r'", "useridentity.type, useridentity.sessioncontext.sessionissuer.arn")]
    [InlineData("SELECT (SELECT max(v) FROM (VALUES useridentity.arn) AS t(v)) FROM trail", "useridentity.arn")]
    [InlineData("SELECT DISTINCT useridentity.type FROM trail ORDER BY 1 LIMIT 3", "useridentity.type")]
    [InlineData("SELECT r.arn FROM trail CROSS JOIN UNNEST(resources) AS r(arn, type)", "resources")]
    [InlineData("SELECT 1 FROM trail WHERE EXISTS (SELECT useridentity, eventname FROM trail)", "", "")]
    public async Task A_scan_has_the_leaves_that_the_query_uses(string sql, params string[] expected) => Assert.Equal(expected, await LeavesAsync(sql));

    private static async Task<string[]> LeavesAsync(string sql)
    {
        var catalog = new Spoor.Catalog.Stores.MemoryCatalog(TrailFixture.Table("trail", [], [], "s3://logs/plain/"));
        var query = SqlParser.ParseQuery(sql);
        var tables = await CatalogSnapshot.TakeAsync(query, TableName.DefaultCatalog, "default", catalog, new StoredTables(), TestContext.Current.CancellationToken);
        var context = new AnalysisContext(tables, TableName.DefaultCatalog, "default", DateTimeOffset.UnixEpoch);
        var finder = new ScanFinder();
        finder.Rewrite(LeafPruner.Prune(QueryAnalyzer.Analyze(query, context).Relation, out _));
        return finder.Found.Select(scan => string.Join(", ", scan.Columns.Select(column => string.Join('.', column.Path)))).ToArray();
    }

    private sealed class ScanFinder : BoundRewriter
    {
        public List<LeafScan> Found { get; } = [];

        public override BoundRelation Rewrite(BoundRelation node)
        {
            if (node is LeafScan scan)
            {
                Found.Add(scan);
            }

            return node is LeafScan or BoundNamedQueryScan ? node : base.Rewrite(node);
        }
    }
}
