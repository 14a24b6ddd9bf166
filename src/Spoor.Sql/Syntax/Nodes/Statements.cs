using Spoor.Core.Collections;
using Spoor.Core.Text;

namespace Spoor.Sql.Syntax.Nodes;

/// <summary>A query as a statement.</summary>
public sealed record QueryStatement(Query Query, TextSpan Span) : Statement(Span);

/// <summary><c>EXPLAIN [ANALYZE [VERBOSE]] [(TYPE x, FORMAT y)] statement</c>; option names and values upper-cased.</summary>
public sealed record Explain(bool IsAnalyze, bool IsVerbose, ValueList<ExplainOption> Options, Statement Statement, TextSpan Span) : Statement(Span);

/// <summary>One option of EXPLAIN, such as TYPE DISTRIBUTED.</summary>
public sealed record ExplainOption(string Name, string Value, TextSpan Span) : Node(Span);

/// <summary><c>PREPARE name FROM statement</c>.</summary>
public sealed record Prepare(Identifier Name, Statement Statement, TextSpan Span) : Statement(Span);

/// <summary><c>EXECUTE name [USING a, b]</c>.</summary>
public sealed record Execute(Identifier Name, ValueList<Expression> Arguments, TextSpan Span) : Statement(Span);

/// <summary><c>DEALLOCATE PREPARE name</c>.</summary>
public sealed record Deallocate(Identifier Name, TextSpan Span) : Statement(Span);

/// <summary><c>USE [catalog.]database</c>.</summary>
public sealed record Use(QualifiedName Name, TextSpan Span) : Statement(Span);

/// <summary><c>INSERT INTO table [(columns)] query</c>.</summary>
public sealed record Insert(QualifiedName Table, ValueList<Identifier> Columns, Query Query, TextSpan Span) : Statement(Span);

/// <summary><c>UNLOAD (query) TO 'location' WITH (name = value, ...)</c>.</summary>
public sealed record Unload(Query Query, string Location, ValueList<ExpressionProperty> Properties, TextSpan Span) : Statement(Span);

/// <summary>A property whose value is an expression, in WITH (...) of CTAS and UNLOAD.</summary>
public sealed record ExpressionProperty(Identifier Name, Expression Value, TextSpan Span) : Node(Span);

/// <summary><c>CREATE [OR REPLACE] VIEW name AS query</c>; <paramref name="QueryText"/> is the text of the query as written.</summary>
public sealed record CreateView(QualifiedName Name, bool OrReplace, string? Comment, Query Query, string QueryText, TextSpan Span) : Statement(Span);

/// <summary><c>DROP VIEW [IF EXISTS] name</c>.</summary>
public sealed record DropView(QualifiedName Name, bool IfExists, TextSpan Span) : Statement(Span);

/// <summary><c>CREATE TABLE [IF NOT EXISTS] name [(columns)] [COMMENT] [WITH (properties)] AS query [WITH [NO] DATA]</c>.</summary>
public sealed record CreateTableAsSelect(QualifiedName Name, bool IfNotExists, ValueList<Identifier> Columns, string? Comment, ValueList<ExpressionProperty> Properties, Query Query, bool WithData, TextSpan Span) : Statement(Span);
