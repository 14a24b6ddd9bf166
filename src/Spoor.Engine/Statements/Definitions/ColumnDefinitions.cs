using Spoor.Catalog.Definitions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Types;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>Columns of DDL as the catalog keeps them.</summary>
internal static class ColumnDefinitions
{
    public static Column ToColumn(ColumnDefinition definition) =>
        new(definition.Name.Value.ToLowerInvariant(), TypeNameResolver.Resolve(definition.Type, TypeDialect.Hive), definition.Comment);

    /// <summary>Columns whose names are new among themselves and beside <paramref name="existing"/>.</summary>
    public static ValueList<Column> ToColumns(ValueList<ColumnDefinition> definitions, IEnumerable<Column> existing, string duplicateMessage = "FAILED: SemanticException [Error 10036]: Duplicate column name: {0}")
    {
        var names = existing.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var columns = new List<Column>(definitions.Count);
        foreach (var definition in definitions)
        {
            var column = ToColumn(definition);
            if (!names.Add(column.Name))
            {
                throw Duplicate(definition.Name, duplicateMessage);
            }

            columns.Add(column);
        }

        return columns.ToValueList();
    }

    private static QueryException Duplicate(Identifier name, string message) =>
        new(ErrorCode.DuplicateColumnName, name.Span, message.Replace("{0}", name.Value.ToLowerInvariant(), StringComparison.Ordinal), "Names are compared ignoring case.");
}
