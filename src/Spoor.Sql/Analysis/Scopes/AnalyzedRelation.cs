using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Sql.Analysis.Scopes;

/// <summary>A relation as meant and the names that it offers; every field's symbol is in the relation's output.</summary>
internal sealed record AnalyzedRelation(BoundRelation Relation, IReadOnlyList<Field> Fields)
{
    /// <summary>The same with exactly the visible fields as output, in order.</summary>
    public AnalyzedRelation WithVisibleOutput()
    {
        var visible = Fields.Where(field => !field.IsHidden).ToList();
        var symbols = visible.Select(field => field.Symbol).ToValueList();
        return symbols.Equals(Relation.Output)
            ? this
            : new AnalyzedRelation(new BoundProject(Relation, symbols.Select(Identity).ToValueList()), visible);
    }

    /// <summary>Passes a column through a projection.</summary>
    public static BoundAssignment Identity(Symbol symbol) => new(symbol, new BoundColumn(symbol, default));
}
