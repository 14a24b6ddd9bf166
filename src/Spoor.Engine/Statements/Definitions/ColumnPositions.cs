using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>Data columns by name.</summary>
internal static class ColumnPositions
{
    /// <summary>The position of a data column, from 0.</summary>
    public static int Require(Table table, Identifier name)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name.Equals(name.Value, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new QueryException(ErrorCode.ColumnNotFound, name.Span, $"FAILED: SemanticException [Error 10002]: Invalid column reference {name.Value.ToLowerInvariant()}", $"DESCRIBE {table.Name.Database}.{table.Name.Table} lists the columns.");
    }
}
