using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

/// <summary>Turns a query as written into a query as meant: names resolved, types known, coercions explicit.</summary>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/sql/analyzer/StatementAnalyzer.java"/>
public static class QueryAnalyzer
{
    /// <summary>Analyzes <paramref name="query"/>.</summary>
    /// <exception cref="QueryException">Trino would refuse the query: an unknown name, types that do not fit, a misplaced aggregate.</exception>
    public static BoundQuery Analyze(Query query, AnalysisContext context)
    {
        var state = new StatementState(context);
        var relations = new RelationAnalyzer(state, context.Catalog, context.Database);
        var analyzed = relations.AnalyzeQuery(query, Scope.Empty);
        PlaceholderCheck.Check(analyzed.Relation);
        var relation = HiddenColumnPruner.Prune(analyzed.Relation, state.UnusedHiddenSymbols);
        return new BoundQuery(relation, analyzed.Fields.Select((field, index) => field.Name ?? $"_col{index}").ToValueList());
    }
}
