using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>What the analyzers of one statement share: the counters that keep symbols and named queries unique.</summary>
internal sealed class StatementState(AnalysisContext context)
{
    private int _nextSymbolId;
    private int _nextQueryId;

    public AnalysisContext Context { get; } = context;

    /// <summary>Hidden columns that the statement has not named so far; at the end they leave the scans.</summary>
    public HashSet<Symbol> UnusedHiddenSymbols { get; } = [];

    /// <summary>Views being expanded, outermost first, to notice a view that uses itself.</summary>
    public Stack<TableName> OpenViews { get; } = new();

    public Symbol NewSymbol(string? name, SqlType type) => new(_nextSymbolId++, name ?? "", type);

    public int NewQueryId() => _nextQueryId++;
}
