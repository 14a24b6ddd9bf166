using Spoor.Core.Errors;
using Spoor.Sql.Syntax.Hive;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Queries;

namespace Spoor.Sql.Syntax;

/// <summary>Text to syntax tree, for Athena's two languages: Trino's queries and Hive's DDL. The first words of a statement decide which.</summary>
/// <remarks>Every method throws <see cref="QueryException"/> for a text that is wrong, and nothing else.</remarks>
public static class SqlParser
{
    /// <summary>One statement; a semicolon may follow it.</summary>
    public static Statement ParseStatement(string text) => StatementDialect.Of(text) switch
    {
        Dialect.Hive => HiveParser.Parse(text),
        _ => QueryParser.Parse(text, parser => parser.ParseStatement()),
    };

    /// <summary>One expression of the query language.</summary>
    public static Expression ParseExpression(string text) => QueryParser.Parse(text, parser => parser.ParseExpression());

    /// <summary>A query without a statement around it, such as the text of a view.</summary>
    public static Query ParseQuery(string text) => QueryParser.Parse(text, parser => parser.ParseQuery());

    /// <summary>A type in Trino's spelling (<c>array(varchar)</c>) or Hive's (<c>array&lt;string&gt;</c>).</summary>
    public static TypeName ParseTypeName(string text) => text.Contains('<', StringComparison.Ordinal)
        ? HiveParser.ParseTypeName(text)
        : QueryParser.Parse(text, parser => parser.ParseTypeName());
}
