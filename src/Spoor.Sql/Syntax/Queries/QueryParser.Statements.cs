using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Statements.</content>
internal sealed partial class QueryParser
{
    internal Statement ParseStatement()
    {
        _cursor.Enter();
        var start = Here;
        Statement statement = _cursor.Keyword switch
        {
            Keyword.Explain => ParseExplain(),
            Keyword.Prepare => ParsePrepare(),
            Keyword.Execute => ParseExecute(),
            Keyword.Deallocate => ParseDeallocate(),
            Keyword.Use => ParseUse(),
            Keyword.Insert => ParseInsert(),
            Keyword.Unload => ParseUnload(),
            Keyword.Create when OtherStatement() is null => ParseCreate(),
            Keyword.Drop when OtherStatement() is null => ParseDropView(),
            Keyword.Delete or Keyword.Update or Keyword.Merge => throw NotSupported(Here, Keywords.TextOf(_cursor.Keyword)),
            _ => OtherStatement() is { } name ? throw NotSupported(Here, name) : ParseQueryStatement(start),
        };
        _cursor.Leave();
        return statement;
    }

    // The first words of a statement of Trino's, or of Athena's for Iceberg tables, that is not there; null for anything else.
    private string? OtherStatement()
    {
        string Word(int distance) => _cursor.Peek(distance).TextIn(_cursor.Text).ToUpperInvariant();
        if (_cursor.Kind != TokenKind.Word)
        {
            return null;
        }

        return (Word(0), Word(1)) switch
        {
            ("ANALYZE" or "CALL" or "COMMENT" or "COMMIT" or "DENY" or "GRANT" or "REFRESH" or "RESET" or "REVOKE" or "ROLLBACK" or "TRUNCATE" or "OPTIMIZE" or "VACUUM", _) => Word(0),
            ("SET", "SESSION" or "ROLE" or "PATH" or "TIME") => $"SET {Word(1)}",
            ("START", "TRANSACTION") => "START TRANSACTION",
            ("CREATE", "ROLE" or "FUNCTION" or "MATERIALIZED" or "CATALOG") => $"CREATE {Word(1)}",
            ("DROP", "ROLE" or "FUNCTION" or "MATERIALIZED" or "CATALOG") => $"DROP {Word(1)}",
            _ => null,
        };
    }

    private QueryStatement ParseQueryStatement(TextSpan start)
    {
        ExpectStatement();
        var query = ParseQuery();
        return new QueryStatement(query, _cursor.SpanFrom(start));
    }

    // The statements of Trino's grammar, which its errors list whether Athena takes them or not.
    private void ExpectStatement()
    {
        if (_expected is null)
        {
            return;
        }

        foreach (var word in (ReadOnlySpan<string>)
            [
                "ALTER", "ANALYZE", "CALL", "COMMENT", "COMMIT", "CREATE", "DEALLOCATE", "DELETE", "DENY", "DESC", "DESCRIBE", "DROP", "EXECUTE", "EXPLAIN",
                "GRANT", "INSERT", "MERGE", "PREPARE", "REFRESH", "RESET", "REVOKE", "ROLLBACK", "SET", "SHOW", "START", "TRUNCATE", "UPDATE", "USE", "WITH",
            ])
        {
            _expected.Add(_cursor.Position, $"'{word}'");
        }
    }

    private Explain ParseExplain()
    {
        var start = Expect(Keyword.Explain).Span;
        var isAnalyze = Accept(Keyword.Analyze);
        var isVerbose = isAnalyze && Accept(Keyword.Verbose);
        ValueList<ExplainOption> options = [];
        if (_cursor.Kind == TokenKind.LeftParen && _cursor.Peek(1).Keyword is Keyword.Type or Keyword.Format)
        {
            options = Parenthesized(ParseExplainOption);
        }

        var statement = ParseStatement();
        return new Explain(isAnalyze, isVerbose, options, statement, _cursor.SpanFrom(start));
    }

    private ExplainOption ParseExplainOption()
    {
        var start = Here;
        if (!(Is(Keyword.Format) | Is(Keyword.Type)))
        {
            throw Mismatch();
        }

        var isFormat = _cursor.Take().Keyword == Keyword.Format;
        ReadOnlySpan<string> values = isFormat ? ["TEXT", "GRAPHVIZ", "JSON"] : ["LOGICAL", "DISTRIBUTED", "VALIDATE", "IO"];
        var written = _cursor.Current.TextIn(_cursor.Text);
        foreach (var value in values)
        {
            if (value.Equals(written, StringComparison.OrdinalIgnoreCase))
            {
                _cursor.Take();
                return new ExplainOption(isFormat ? "FORMAT" : "TYPE", value, _cursor.SpanFrom(start));
            }

            _expected?.Add(_cursor.Position, $"'{value}'");
        }

        throw Mismatch();
    }

    private Prepare ParsePrepare()
    {
        var start = Expect(Keyword.Prepare).Span;
        var name = ParseIdentifier();
        Expect(Keyword.From);
        var statement = ParseStatement();
        return new Prepare(name, statement, _cursor.SpanFrom(start));
    }

    private Execute ParseExecute()
    {
        var start = Expect(Keyword.Execute).Span;
        var name = ParseIdentifier();
        ValueList<Expression> arguments = Accept(Keyword.Using) ? List(ParseExpression) : [];
        return new Execute(name, arguments, _cursor.SpanFrom(start));
    }

    private Deallocate ParseDeallocate()
    {
        var start = Expect(Keyword.Deallocate).Span;
        Expect(Keyword.Prepare);
        var name = ParseIdentifier();
        return new Deallocate(name, _cursor.SpanFrom(start));
    }

    private Use ParseUse()
    {
        var start = Expect(Keyword.Use).Span;
        var name = ParseQualifiedName();
        return new Use(name, _cursor.SpanFrom(start));
    }

    private Insert ParseInsert()
    {
        var start = Expect(Keyword.Insert).Span;
        Expect(Keyword.Into);
        var table = ParseQualifiedName();
        ValueList<Identifier> columns = Is(TokenKind.LeftParen) && !IsQueryAt(_cursor.Position + 1) ? Parenthesized(ParseIdentifier) : [];
        var query = ParseQuery();
        return new Insert(table, columns, query, _cursor.SpanFrom(start));
    }

    private Unload ParseUnload()
    {
        var start = Expect(Keyword.Unload).Span;
        var query = ParseParenthesizedQuery();
        Expect(Keyword.To);
        var location = ParseString();
        Expect(Keyword.With);
        var properties = Parenthesized(ParseProperty);
        return new Unload(query, location, properties, _cursor.SpanFrom(start));
    }

    private ExpressionProperty ParseProperty()
    {
        var start = Here;
        var name = ParseIdentifier();
        Expect(TokenKind.Equal);
        var value = ParseExpression();
        return new ExpressionProperty(name, value, _cursor.SpanFrom(start));
    }

    private Statement ParseCreate()
    {
        var start = Expect(Keyword.Create).Span;
        if (Accept(Keyword.Or))
        {
            Expect(Keyword.Replace);
            Expect(Keyword.View);
            return ParseCreateView(orReplace: true, start);
        }

        if (Accept(Keyword.View))
        {
            return ParseCreateView(orReplace: false, start);
        }

        Expect(Keyword.Table);
        return ParseCreateTableAsSelect(start);
    }

    private CreateView ParseCreateView(bool orReplace, TextSpan start)
    {
        var name = ParseQualifiedName();
        var comment = Accept(Keyword.Comment) ? ParseString() : null;
        Expect(Keyword.As);
        var query = ParseQuery();
        var text = _cursor.Text.Substring(query.Span.Start, query.Span.Length);
        return new CreateView(name, orReplace, comment, query, text, _cursor.SpanFrom(start));
    }

    private CreateTableAsSelect ParseCreateTableAsSelect(TextSpan start)
    {
        var ifNotExists = ParseOptionalIfNotExists();
        var name = ParseQualifiedName();
        var columns = ParseOptionalColumns();
        var comment = Accept(Keyword.Comment) ? ParseString() : null;
        ValueList<ExpressionProperty> properties = Accept(Keyword.With) ? Parenthesized(ParseProperty) : [];
        Expect(Keyword.As);
        var query = ParseQuery();
        var withData = true;
        if (Accept(Keyword.With))
        {
            withData = !Accept(Keyword.No);
            Expect(Keyword.Data);
        }

        return new CreateTableAsSelect(name, ifNotExists, columns, comment, properties, query, withData, _cursor.SpanFrom(start));
    }

    private ValueList<Identifier> ParseOptionalColumns()
    {
        if (!Accept(TokenKind.LeftParen))
        {
            return [];
        }

        // Trino would also take columns of another table here; Athena does not.
        _expected?.Add(_cursor.Position, TokenNames.Of(Keyword.Like));
        var columns = List(ParseIdentifier);
        Expect(TokenKind.RightParen);
        return columns;
    }

    // IF is no reserved word: a table may have that name.
    private bool ParseOptionalIfNotExists()
    {
        if (!Is(Keyword.If) || _cursor.Peek(1).Keyword != Keyword.Not)
        {
            return false;
        }

        _cursor.Take();
        Expect(Keyword.Not);
        Expect(Keyword.Exists);
        return true;
    }

    private DropView ParseDropView()
    {
        var start = Expect(Keyword.Drop).Span;
        Expect(Keyword.View);
        var ifExists = Is(Keyword.If) && _cursor.Peek(1).Keyword == Keyword.Exists;
        if (ifExists)
        {
            _cursor.Take();
            _cursor.Take();
        }

        var name = ParseQualifiedName();
        return new DropView(name, ifExists, _cursor.SpanFrom(start));
    }
}
