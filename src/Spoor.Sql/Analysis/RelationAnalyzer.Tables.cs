using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using Spoor.Sql.Tables;

namespace Spoor.Sql.Analysis;

internal sealed partial class RelationAnalyzer
{
    private AnalyzedRelation AnalyzeTable(QualifiedName node, Scope scope)
    {
        if (node.Parts.Count == 1 && scope.TryFindNamedQuery(node.Parts[0].Value, out var named))
        {
            return AnalyzeNamedQueryUse(named);
        }

        var name = FullName(node);
        var schema = State.Context.Tables.FindTable(name) ?? throw UnknownTable(name, node);
        return schema.ViewText is null ? Scan(schema) : AnalyzeView(schema, schema.ViewText, node);
    }

    private AnalyzedRelation AnalyzeNamedQueryUse(NamedQueryDefinition query)
    {
        var fields = query.Columns.Select(column => new Field(column.Name, [query.Name], State.NewSymbol(column.Name, column.Type))).ToList();
        BoundRelation scan = new BoundNamedQueryScan(query.Id, fields.Select(field => field.Symbol).ToValueList());
        return new AnalyzedRelation(query.IsDistinctRecursion ? new BoundDistinct(scan) : scan, fields);
    }

    private AnalyzedRelation Scan(TableSchema schema)
    {
        ValueList<string> relationName = [schema.Name.Catalog, schema.Name.Database, schema.Name.Table];
        var fields = schema.Columns
            .Select(column => new Field(
                column.Name,
                relationName,
                State.NewSymbol(column.Name, column.Type),
                column.IsHidden ? FieldKind.Hidden : FieldKind.Visible))
            .ToList();
        State.UnusedHiddenSymbols.UnionWith(fields.Where(field => field.IsHidden).Select(field => field.Symbol));
        var scan = new BoundScan(schema.Name, schema.Columns.Select(column => column.Name).ToValueList(), fields.Select(field => field.Symbol).ToValueList());
        return new AnalyzedRelation(scan, fields);
    }

    private TableName FullName(QualifiedName node) =>
        TableName.Of(node, Catalog, Database) ?? throw new QueryException(ErrorCode.SyntaxError, node.Span, $"Too many dots in table name: {node}");

    private QueryException UnknownTable(TableName name, QualifiedName node)
    {
        var tables = State.Context.Tables;
        if (!tables.HasCatalog(name.Catalog))
        {
            return new QueryException(ErrorCode.CatalogNotFound, node.Span, $"Catalog '{name.Catalog}' not found", hint: $"The catalog of Athena's own tables is {TableName.DefaultCatalog}.");
        }

        if (!tables.HasDatabase(name.Catalog, name.Database))
        {
            return new QueryException(ErrorCode.SchemaNotFound, node.Span, $"Schema '{name.Database}' does not exist", hint: "SHOW DATABASES lists the databases.");
        }

        var names = tables.TableNames(name.Catalog, name.Database).ToList();
        var nearest = NearestName.Find(name.Table, names);

        // No statement lists these.
        var others = name.Database == "information_schema" ? $"{name.Database} has {string.Join(", ", names)}." : $"SHOW TABLES IN {name.Database} lists the tables.";
        return new QueryException(
            ErrorCode.TableNotFound,
            node.Span,
            $"Table '{TrinoName(name)}' does not exist",
            hint: nearest is null ? others : $"Did you mean '{nearest}'? {others}");
    }

    /// <summary>A full name as Trino prints it: parts that are no plain identifiers in quotes.</summary>
    private static string TrinoName(TableName name) =>
        string.Join('.', new[] { name.Catalog, name.Database, name.Table }.Select(ExpressionFormatter.QuoteIfNeeded));
}
