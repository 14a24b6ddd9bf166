using System.Diagnostics;
using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>Reads the part of DuckDB's expressions that templates use. A template is the program's own, so a mistake in one is our fault.</summary>
/// <remarks>Precedence is PostgreSQL's, which DuckDB has taken over. A name is a parameter of a lambda around it, or the name of a function.</remarks>
/// <seealso href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE"/>
internal sealed partial class DuckTemplateParser
{
    private readonly List<DuckToken> _tokens;
    private readonly List<(string Name, DuckParameter Parameter)> _parameters = [];
    private int _at;

    private DuckTemplateParser(List<DuckToken> tokens) => _tokens = tokens;

    private DuckToken Next => _at < _tokens.Count ? _tokens[_at] : DuckToken.End;

    /// <summary>The tree of texts and nodes in turn.</summary>
    public static DuckExpression Parse(IReadOnlyList<object> pieces)
    {
        var parser = new DuckTemplateParser(DuckTokens.Read(pieces));
        var expression = parser.ReadExpression(0);
        return parser._at == parser._tokens.Count ? expression : throw parser.Unexpected();
    }

    private DuckExpression ReadExpression(int least)
    {
        var left = ReadPrefix();
        while (Precedence() is var precedence && precedence > least)
        {
            left = ReadRest(left, precedence);
        }

        return left;
    }

    private int Precedence() => Next switch
    {
        { Kind: DuckTokenKind.Word, Text: "OR" } => 1,
        { Kind: DuckTokenKind.Word, Text: "AND" } => 2,
        { Kind: DuckTokenKind.Word, Text: "IS" } => 4,
        { Kind: DuckTokenKind.Symbol, Text: "=" or "<>" or "<" or ">" or "<=" or ">=" } => 5,
        { Kind: DuckTokenKind.Word, Text: "BETWEEN" or "IN" or "LIKE" } => 6,
        { Kind: DuckTokenKind.Symbol, Text: "||" or "&" or "|" or "<<" or ">>" } => 7,
        { Kind: DuckTokenKind.Symbol, Text: "+" or "-" } => 8,
        { Kind: DuckTokenKind.Symbol, Text: "*" or "/" or "//" or "%" } => 9,
        { Kind: DuckTokenKind.Symbol, Text: "[" or "." } => 12,
        _ => 0,
    };

    private DuckExpression ReadRest(DuckExpression left, int precedence)
    {
        var op = _tokens[_at++].Text;
        switch (op)
        {
            case "IS":
                return ReadIs(left);
            case "BETWEEN":
                var min = ReadExpression(6);
                Expect("AND");
                return new DuckBetween(left, min, ReadExpression(6));
            case "IN":
                Expect("(");
                return new DuckIn(left, ReadList(")").ToValueList());
            case "[":
                return ReadSubscript(left);
            case ".":
                return new DuckField(left, _tokens[_at++].Text);
            case "AND" or "OR" when left is DuckInfix chain && chain.Operator == op:
                return new DuckInfix(op, chain.Operands.Append(ReadExpression(precedence)).ToValueList());
            default:
                return new DuckInfix(op, [left, ReadExpression(precedence)]);
        }
    }

    private DuckExpression ReadIs(DuckExpression left)
    {
        var isNegated = Take("NOT");
        if (Take("NULL"))
        {
            return new DuckIsNull(left, isNegated);
        }

        Expect("DISTINCT");
        Expect("FROM");
        return new DuckInfix(isNegated ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM", [left, ReadExpression(4)]);
    }

    private DuckExpression ReadSubscript(DuckExpression left)
    {
        var index = ReadExpression(0);
        DuckExpression? end = Take(":") ? ReadExpression(0) : null;
        Expect("]");
        return end is null ? new DuckSubscript(left, index) : new DuckSlice(left, index, end);
    }

    private DuckExpression ReadPrefix()
    {
        if (Take("NOT"))
        {
            return new DuckPrefix("NOT", ReadExpression(3));
        }

        if (Take("-"))
        {
            return new DuckPrefix("-", ReadExpression(11));
        }

        // Unlike the minus it is one of the "other operators", below addition.
        if (Take("~"))
        {
            return new DuckPrefix("~", ReadExpression(7));
        }

        return ReadPrimary();
    }

    private List<DuckExpression> ReadList(string end)
    {
        var elements = new List<DuckExpression>();
        while (!Take(end))
        {
            if (elements.Count > 0)
            {
                _ = Take(",");
            }

            if (Next is { Hole: IEnumerable<DuckExpression> nodes })
            {
                _at++;
                elements.AddRange(nodes);
            }
            else
            {
                elements.Add(ReadArgument());
            }
        }

        return elements;
    }

    private bool Take(string text)
    {
        var isNext = Next is { Kind: DuckTokenKind.Word or DuckTokenKind.Symbol } token && token.Text == text;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(string text)
    {
        if (!Take(text))
        {
            throw Unexpected();
        }
    }

    private UnreachableException Unexpected() =>
        new($"A template has something unexpected at token {_at}: {string.Join(' ', _tokens.Select(token => token.Kind == DuckTokenKind.Hole ? "{}" : token.Text))}");
}
