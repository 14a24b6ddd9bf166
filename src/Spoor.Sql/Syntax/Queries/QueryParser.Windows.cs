using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Queries;

/// <content>Windows.</content>
internal sealed partial class QueryParser
{
    private Window? ParseOptionalOver(bool isRequired)
    {
        if (Is(Keyword.Over) && (isRequired || IsCall() || CanBeName(_cursor.Peek(1))))
        {
            return ParseOver();
        }

        return isRequired ? throw Mismatch() : null;
    }

    private Window ParseOver()
    {
        var start = Expect(Keyword.Over).Span;
        if (!Is(TokenKind.LeftParen))
        {
            var name = ParseIdentifier();
            return new WindowReference(name, _cursor.SpanFrom(start));
        }

        return ParseParenthesizedWindow();
    }

    // As Trino's, the specification's place is what stands in the brackets.
    private WindowSpecification ParseParenthesizedWindow()
    {
        Expect(TokenKind.LeftParen);
        var specification = ParseWindowSpecification();
        Expect(TokenKind.RightParen);
        return specification;
    }

    private NamedWindow ParseNamedWindow()
    {
        var start = Here;
        var name = ParseIdentifier();
        Expect(Keyword.As);
        var specification = ParseParenthesizedWindow();
        return new NamedWindow(name, specification, _cursor.SpanFrom(start));
    }

    private WindowSpecification ParseWindowSpecification()
    {
        var start = Here;
        var existingName = IsIdentifier() && !StartsWindowPart() ? ParseIdentifier() : null;
        ValueList<Expression> partitionBy = [];
        if (Accept(Keyword.Partition))
        {
            Expect(Keyword.By);
            partitionBy = List(ParseExpression);
        }

        var startOfOrder = Here;
        var orderBy = ParseOptionalOrderBy();
        var orderBySpan = _cursor.SpanFrom(startOfOrder);
        var frame = ParseOptionalFrame();
        return new WindowSpecification(existingName, partitionBy, orderBy, frame, _cursor.SpanFrom(start)) { OrderBySpan = orderBySpan };
    }

    // PARTITION, ROWS, RANGE and GROUPS are no reserved words, so a window may have such a name.
    private bool StartsWindowPart()
    {
        ref readonly var next = ref _cursor.Peek(1);
        return _cursor.Keyword switch
        {
            Keyword.Partition => next.Keyword == Keyword.By,
            Keyword.Rows or Keyword.Range or Keyword.Groups => next.Kind != TokenKind.RightParen && next.Keyword is not (Keyword.Order or Keyword.Partition),
            _ => false,
        };
    }

    private WindowFrame? ParseOptionalFrame()
    {
        var start = Here;
        _expected?.Add(_cursor.Position, "'MEASURES'");
        if (!(Is(Keyword.Range) || Is(Keyword.Rows) || Is(Keyword.Groups)))
        {
            return null;
        }

        var unit = _cursor.Take().Keyword switch
        {
            Keyword.Range => FrameUnit.Range,
            Keyword.Rows => FrameUnit.Rows,
            _ => FrameUnit.Groups,
        };
        ExpectBehindFrameUnit();
        if (!Accept(Keyword.Between))
        {
            var only = ParseFrameBound();
            return new WindowFrame(unit, only, null, _cursor.SpanFrom(start));
        }

        var first = ParseFrameBound();
        Expect(Keyword.And);
        var last = ParseFrameBound();
        return new WindowFrame(unit, first, last, _cursor.SpanFrom(start));
    }

    // Behind "(ROWS", the word may still turn out to be the name of a window.
    private void ExpectBehindFrameUnit()
    {
        if (_expected is null || _cursor.Position < 2 || _cursor.At(_cursor.Position - 2).Kind != TokenKind.LeftParen)
        {
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["')'", "'GROUPS'", "'MEASURES'", "'ORDER'", "'PARTITION'", "'RANGE'", "'ROWS'"])
        {
            _expected.Add(_cursor.Position, name);
        }
    }

    private FrameBound ParseFrameBound()
    {
        var start = Here;
        if (Is(Keyword.Unbounded) && _cursor.Peek(1).Keyword is Keyword.Preceding or Keyword.Following)
        {
            _cursor.Take();
            var unbounded = _cursor.Take().Keyword == Keyword.Preceding ? FrameBoundKind.UnboundedPreceding : FrameBoundKind.UnboundedFollowing;
            return new FrameBound(unbounded, null, _cursor.SpanFrom(start));
        }

        if (Is(Keyword.Current) && _cursor.Peek(1).Keyword == Keyword.Row)
        {
            _cursor.Take();
            _cursor.Take();
            return new FrameBound(FrameBoundKind.CurrentRow, null, _cursor.SpanFrom(start));
        }

        var offset = ParseExpression();
        var isPreceding = Accept(Keyword.Preceding);
        if (!isPreceding)
        {
            Expect(Keyword.Following);
        }

        return new FrameBound(isPreceding ? FrameBoundKind.Preceding : FrameBoundKind.Following, offset, _cursor.SpanFrom(start));
    }
}
