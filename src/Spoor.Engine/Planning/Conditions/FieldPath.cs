using System.Diagnostics.CodeAnalysis;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Planning.Conditions;

/// <summary>A column, or a field of a field of one.</summary>
internal sealed record FieldPath(Symbol Symbol, IReadOnlyList<int> Fields)
{
    /// <summary>Reads <c>column.a.b</c>.</summary>
    public static bool TryRead(BoundExpression expression, [NotNullWhen(true)] out FieldPath? path)
    {
        var fields = new List<int>();
        while (expression is BoundFieldAccess access)
        {
            fields.Add(access.FieldIndex);
            expression = access.Row;
        }

        fields.Reverse();
        path = expression is BoundColumn column ? new FieldPath(column.Symbol, fields) : null;
        return path is not null;
    }

    /// <summary>Type of the part at the path.</summary>
    public static SqlType TypeAt(SqlType type, IEnumerable<int> fields) =>
        fields.Aggregate(type, (row, field) => ((RowType)row).Fields[field].Type);

    /// <summary>The field accesses from a value down a path.</summary>
    public static BoundExpression Access(BoundExpression value, IEnumerable<int> fields) =>
        fields.Aggregate(value, (row, field) => new BoundFieldAccess(row, field, ((RowType)row.Type).Fields[field].Type, row.Span));
}
