using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Printing;

/// <content>Statements of the query language.</content>
public sealed partial class SqlPrinter
{
    private void AppendStatement(Statement statement)
    {
        switch (statement)
        {
            case QueryStatement query:
                AppendQuery(query.Query);
                break;
            case Explain explain:
                AppendExplain(explain);
                break;
            case Prepare prepare:
                Append("PREPARE ");
                AppendName(prepare.Name);
                Append(" FROM ");
                AppendStatement(prepare.Statement);
                break;
            case Execute execute:
                Append("EXECUTE ");
                AppendName(execute.Name);
                Append(execute.Arguments.Count > 0 ? " USING " : "");
                AppendList(execute.Arguments, AppendExpression);
                break;
            case Deallocate deallocate:
                Append("DEALLOCATE PREPARE ");
                AppendName(deallocate.Name);
                break;
            case Use use:
                Append("USE ");
                AppendName(use.Name);
                break;
            default:
                AppendWritingStatement(statement);
                break;
        }
    }

    private void AppendWritingStatement(Statement statement)
    {
        switch (statement)
        {
            case Insert insert:
                Append("INSERT INTO ");
                AppendName(insert.Table);
                AppendColumns(insert.Columns);
                Append(" ");
                AppendQuery(insert.Query);
                break;
            case Unload unload:
                Append("UNLOAD ");
                AppendParenthesizedQuery(unload.Query);
                AppendOptionalText("TO", unload.Location);
                Append(" WITH ");
                AppendParenthesized(unload.Properties, AppendProperty);
                break;
            case CreateView view:
                Append(view.OrReplace ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ");
                AppendName(view.Name);
                AppendOptionalText("COMMENT", view.Comment);
                Append(" AS ");
                AppendQuery(view.Query);
                break;
            case DropView view:
                Append(view.IfExists ? "DROP VIEW IF EXISTS " : "DROP VIEW ");
                AppendName(view.Name);
                break;
            case CreateTableAsSelect table:
                AppendCreateTableAsSelect(table);
                break;
            default:
                AppendHiveStatement(statement);
                break;
        }
    }

    private void AppendExplain(Explain explain)
    {
        Append("EXPLAIN ");
        Append(explain.IsAnalyze ? "ANALYZE " : "");
        Append(explain.IsVerbose ? "VERBOSE " : "");
        if (explain.Options.Count > 0)
        {
            AppendParenthesized(explain.Options, AppendPart);
            Append(" ");
        }

        AppendStatement(explain.Statement);
    }

    private void AppendCreateTableAsSelect(CreateTableAsSelect table)
    {
        Append(table.IfNotExists ? "CREATE TABLE IF NOT EXISTS " : "CREATE TABLE ");
        AppendName(table.Name);
        AppendColumns(table.Columns);
        AppendOptionalText("COMMENT", table.Comment);
        if (table.Properties.Count > 0)
        {
            Append(" WITH ");
            AppendParenthesized(table.Properties, AppendProperty);
        }

        Append(" AS ");
        AppendQuery(table.Query);
        Append(table.WithData ? "" : " WITH NO DATA");
    }

    private void AppendProperty(ExpressionProperty property)
    {
        AppendName(property.Name);
        Append(" = ");
        AppendExpression(property.Value);
    }
}
