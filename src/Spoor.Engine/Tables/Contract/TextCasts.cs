using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Tables.Contract;

/// <summary>Casts of columns that a read delivers as texts, such as partition values, to the types that the query knows.</summary>
internal static class TextCasts
{
    /// <summary>The relation that gives the query's columns.</summary>
    /// <param name="read">Delivers <paramref name="delivered"/>.</param>
    /// <param name="delivered">The read's symbols.</param>
    /// <param name="wanted">The query's, one for each; the same where nothing is to be cast.</param>
    public static BoundRelation Over(BoundRelation read, ValueList<Symbol> delivered, ValueList<Symbol> wanted) => delivered.Equals(wanted)
        ? read
        : new BoundProject(read, wanted.Select((symbol, index) => new BoundAssignment(symbol, FromText(delivered[index], symbol))).ToValueList());

    private static BoundExpression FromText(Symbol text, Symbol typed)
    {
        var column = new BoundColumn(text, default);
        return text == typed ? column : new BoundCast(column, typed.Type, IsTry: false, IsImplicit: true, default);
    }
}
