using System.Globalization;
using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <content>Literals, calls, lambdas and types.</content>
internal sealed partial class DuckTemplateParser
{
    private DuckExpression ReadPrimary()
    {
        var token = Next;
        _at++;
        switch (token)
        {
            case { Hole: DuckExpression node }:
                return node;
            case { Kind: DuckTokenKind.Number }:
                return new DuckNumber(token.Text);
            case { Kind: DuckTokenKind.Text }:
                return new DuckText(token.Text);
            case { Kind: DuckTokenKind.Word }:
                return ReadWord(token.Text);
            case { Kind: DuckTokenKind.Symbol, Text: "(" }:
                var inner = ReadExpression(0);
                Expect(")");
                return inner;
            case { Kind: DuckTokenKind.Symbol, Text: "[" }:
                return new DuckList(ReadList("]").ToValueList());
            case { Kind: DuckTokenKind.Symbol, Text: "{" }:
                return ReadStruct();
            default:
                _at--;
                throw Unexpected();
        }
    }

    private DuckExpression ReadWord(string word)
    {
        switch (word)
        {
            case "NULL":
                return DuckKeyword.Null;
            case "true" or "TRUE":
                return DuckKeyword.True;
            case "false" or "FALSE":
                return DuckKeyword.False;
            case "CASE":
                return ReadCase();
            case "CAST":
                Expect("(");
                var value = ReadExpression(0);
                Expect("AS");
                var type = ReadType();
                Expect(")");
                return new DuckCast(value, type);
            case var _ when Take("("):
                return new DuckCall(word, ReadList(")").ToValueList());
            default:
                return _parameters.FindLast(parameter => parameter.Name == word).Parameter ?? throw Unexpected();
        }
    }

    private DuckExpression ReadArgument()
    {
        if (Take("lambda"))
        {
            return ReadLambda();
        }

        if (Next is { Kind: DuckTokenKind.Word } name && _at + 1 < _tokens.Count && _tokens[_at + 1] is { Kind: DuckTokenKind.Symbol, Text: ":=" })
        {
            _at += 2;
            return new DuckNamed(name.Text, ReadExpression(0));
        }

        return ReadExpression(0);
    }

    private DuckLambda ReadLambda()
    {
        var outer = _parameters.Count;
        do
        {
            _parameters.Add((_tokens[_at++].Text, new DuckParameter()));
        }
        while (Take(","));
        Expect(":");
        var own = _parameters.Skip(outer).Select(parameter => parameter.Parameter).ToValueList();
        var body = ReadExpression(0);
        _parameters.RemoveRange(outer, own.Count);
        return new DuckLambda(own, body);
    }

    private DuckCase ReadCase()
    {
        var operand = Next is { Kind: DuckTokenKind.Word, Text: "WHEN" } ? null : ReadExpression(0);
        var whens = new List<DuckWhen>();
        while (Take("WHEN"))
        {
            var condition = ReadExpression(0);
            Expect("THEN");
            whens.Add(new DuckWhen(condition, ReadExpression(0)));
        }

        var otherwise = Take("ELSE") ? ReadExpression(0) : null;
        Expect("END");
        return new DuckCase(operand, whens.ToValueList(), otherwise);
    }

    private DuckStruct ReadStruct()
    {
        var members = new List<DuckNamed>();
        do
        {
            var name = _tokens[_at++].Text;
            Expect(":");
            members.Add(new DuckNamed(name, ReadExpression(0)));
        }
        while (Take(","));
        Expect("}");
        return new DuckStruct(members.ToValueList());
    }

    private DuckType ReadType()
    {
        var token = Next;
        _at++;
        var type = token.Hole as DuckType ?? ReadNamedType(token.Text);
        while (Take("["))
        {
            Expect("]");
            type = DuckType.List(type);
        }

        return type;
    }

    private DuckType ReadNamedType(string name)
    {
        switch (name)
        {
            case "DECIMAL":
                Expect("(");
                var precision = int.Parse(_tokens[_at++].Text, CultureInfo.InvariantCulture);
                Expect(",");
                var scale = int.Parse(_tokens[_at++].Text, CultureInfo.InvariantCulture);
                Expect(")");
                return DuckType.Decimal(precision, scale);
            case "MAP":
                Expect("(");
                var key = ReadType();
                Expect(",");
                var value = ReadType();
                Expect(")");
                return DuckType.Map(key, value);
            case "STRUCT":
                Expect("(");
                var members = new List<DuckTypePart>();
                do
                {
                    members.Add(new DuckTypePart(_tokens[_at++].Text, ReadType()));
                }
                while (Take(","));
                Expect(")");
                return DuckType.Struct(members.ToValueList());
            default:
                return Enum.TryParse<PhysicalType>(name, ignoreCase: true, out var kind) ? new DuckType(kind) : throw Unexpected();
        }
    }
}
