using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Tests.Syntax.Queries;

/// <summary>Builds a tree that the parser can produce, taking each decision from a tape of bytes; a shorter tape makes a smaller tree.</summary>
internal sealed class TreeBuilder(byte[] tape)
{
    private static readonly string[] s_names = ["a", "Event_Name", "_x1", "array", "interval", "limit", "date", "timestamp", "select", "Größe", "x\"y", "1st", "values"];
    private static readonly string[] s_texts = ["", "it's", "a\\b", "%\n☃", "--", "/*"];
    private int _position;
    private int _depth;

    internal Query Query()
    {
        var with = Next(5) == 1 ? new With(Flag(), List(1, NamedQuery), default) : null;
        var orderBy = List(0, SortItem);
        var offset = Next(4) == 1 ? new IntegerLiteral("5", default) : null;
        return new Query(with, Body(), orderBy, offset, Limit(), default);
    }

    internal Expression Expression() => Deeper(Leaf, () => Next(16) switch
    {
        0 => new Logical(Flag(), List(2, Expression), default),
        1 => new Not(Expression(), default),
        2 => new Comparison((ComparisonOperator)Next(6), Expression(), Expression(), default, default),
        3 => Predicate(),
        4 => new ArithmeticBinary((ArithmeticOperator)Next(5), Expression(), Expression(), default, default),
        5 => new Concatenation(Expression(), Expression(), default, default),
        6 => new ArithmeticUnary(Flag(), Expression(), default),
        7 => new AtTimeZone(Expression(), Flag() ? Text() : Interval(), default),
        8 => new Dereference(Expression(), Name(), default),
        9 => new Subscript(Expression(), Expression(), default),
        10 => Call(),
        11 => new Lambda(List(0, Name), Expression(), default),
        12 => Case(),
        13 => new ScalarSubquery(Query(), default),
        _ => SpecialForm(),
    });

    internal TypeName Type() => Deeper<TypeName>(() => new NamedTypeName("varchar", [new TypeArgument(null, Next(200))], default), () => Next(6) switch
    {
        0 => new NamedTypeName("array", [new TypeArgument(Type(), null)], default),
        1 => new RowTypeName(List(1, () => new RowFieldTypeName(Flag() ? Name() : null, Type(), null, default)), default),
        2 => new DateTimeTypeName(Flag(), Flag() ? Next(13) : null, Flag(), default),
        3 => new IntervalTypeName(IntervalField.Day, IntervalField.Second, default),
        4 => new NamedTypeName("double precision", [], default),
        _ => new NamedTypeName(Pick(["bigint", "timestamp", "ipaddress", "Größe"]), [], default),
    });

    private QueryBody Body() => Deeper<QueryBody>(Specification, () => Next(8) switch
    {
        0 => new SetOperation(Flag() ? SetOperator.Union : SetOperator.Except, Flag(), Body(), Flag() ? Specification() : Intersection(), default, default),
        1 => Intersection(),
        2 => new Values(List(1, Expression), default),
        3 => new TableBody(Qualified(), default),
        4 => new SubqueryBody(Query(), default),
        _ => Specification(),
    });

    private SetOperation Intersection() => new(SetOperator.Intersect, Flag(), Specification(), Specification(), default, default);

    private QuerySpecification Specification() => new(
        Flag(),
        List(1, SelectItem),
        Flag() ? Relation() : null,
        Flag() ? Expression() : null,
        Next(3) == 1 ? new GroupBy(Flag(), List(1, GroupingElement), default) : null,
        Next(3) == 1 ? Expression() : null,
        Next(4) == 1 ? List(1, () => new NamedWindow(Name(), Window(), default)) : [],
        default);

    private SelectItem SelectItem() => Next(5) switch
    {
        0 => new AllColumns(null, [], default),
        1 => new AllColumns(Expression(), List(0, Name), default),
        _ => new SingleColumn(Expression(), Flag() ? Name() : null, default),
    };

    private GroupingElement GroupingElement() => Next(5) switch
    {
        0 => new Rollup(List(0, GroupingSet), default),
        1 => new Cube(List(0, GroupingSet), default),
        2 => new GroupingSets(List(1, GroupingSet), default),
        _ => new SimpleGroupBy(GroupingSet(), default),
    };

    private ValueList<Expression> GroupingSet() => List(0, Expression);

    private Relation Relation()
    {
        var relation = JoinTree();
        return Next(4) == 1 ? new Join(JoinKind.Implicit, relation, JoinTree(), null, default) : relation;
    }

    private Relation JoinTree() => Deeper<Relation>(() => new TableReference(Qualified(), default), () => Next(8) switch
    {
        0 => new Join(JoinKind.Cross, JoinTree(), JoinTree(), null, default),
        1 => new Join((JoinKind)(2 + Next(4)), JoinTree(), JoinTree(), Criteria(), default),
        2 => new AliasedRelation(JoinTree(), Name(), List(0, Name), default),
        3 => new SubqueryRelation(Query(), default),
        4 => new LateralRelation(Query(), default),
        5 => new Unnest(List(1, Expression), Flag(), default),
        6 => new SampledRelation(JoinTree(), Flag(), Expression(), default),
        _ => new TableReference(Qualified(), default),
    });

    private JoinCriteria Criteria() => Next(3) switch
    {
        0 => new JoinUsing(List(1, Name), default),
        1 => new NaturalJoin(default),
        _ => new JoinOn(Expression(), default),
    };

    private Expression Predicate() => Next(7) switch
    {
        0 => new DistinctFrom(Expression(), Expression(), Flag(), default, default),
        1 => new QuantifiedComparison((ComparisonOperator)Next(6), Flag(), Expression(), Query(), default, default),
        2 => new IsNullPredicate(Expression(), Flag(), default, default),
        3 => new BetweenPredicate(Expression(), Expression(), Expression(), Flag(), default, default),
        4 => new InListPredicate(Expression(), List(2, Expression), Flag(), default, default),
        5 => new InSubqueryPredicate(Expression(), Query(), Flag(), default, default),
        _ => new LikePredicate(Expression(), Expression(), Flag() ? Expression() : null, Flag(), default, default),
    };

    private FunctionCall Call()
    {
        var isStar = Next(4) == 1;
        ValueList<Expression> arguments = isStar ? [] : List(0, Expression);
        var treatment = Next(4) == 1 ? (NullTreatment?)Next(2) : null;
        Window? window = treatment is not null || Flag() ? Flag() ? new WindowReference(Name(), default) : Window() : null;
        return new FunctionCall(
            Qualified(), arguments, isStar, !isStar && arguments.Count > 0 && Flag(), isStar ? [] : List(0, SortItem), Flag() ? Expression() : null, window, treatment, null, default);
    }

    private FunctionCall Listagg() => new(
        new QualifiedName([new Identifier("listagg", false, default)], default),
        Flag() ? [Expression(), Text()] : [Expression()],
        false,
        Flag(),
        List(1, SortItem),
        null,
        null,
        null,
        Next(3) switch { 0 => new ListaggOverflow(true, Flag() ? "..." : null, Flag()), 1 => new ListaggOverflow(false, null, false), _ => null },
        default);

    private Expression Case()
    {
        var whens = List(1, () => new WhenClause(Expression(), Expression(), default));
        var otherwise = Flag() ? Expression() : null;
        return Flag() ? new SearchedCase(whens, otherwise, default) : new SimpleCase(Expression(), whens, otherwise, default);
    }

    private Expression SpecialForm() => Next(10) switch
    {
        0 => new Cast(Expression(), Type(), Flag(), default),
        1 => new Extract("YEAR", Expression(), default),
        2 => new Trim((TrimSide)Next(3), Expression(), Flag() ? Expression() : null, default),
        3 => new Normalize(Expression(), "NFKC", default),
        4 => new CurrentValue("current_timestamp", Flag() ? Next(13) : null, default),
        5 => new ArrayConstructor(List(0, Expression), default),
        6 => new RowConstructor(List(1, Expression), default),
        7 => new Grouping(List(0, () => (Expression)Name()), default),
        8 => Listagg(),
        _ => new ExistsPredicate(Query(), default),
    };

    private Expression Leaf() => Next(11) switch
    {
        0 => new NullLiteral(default),
        1 => new BooleanLiteral(Flag(), default),
        2 => new IntegerLiteral(Pick(["0", "-9223372036854775808", "42"]), default),
        3 => new DecimalLiteral(Pick(["1.5", "-.5", "1."]), default),
        4 => new DoubleLiteral(Pick(["1e5", "-1.5E-3"]), default),
        5 => Text(),
        6 => new BinaryLiteral([0x65, 0xff], default),
        7 => new TypedLiteral(Flag() ? new NamedTypeName("DATE", [], default) : new DateTimeTypeName(true, null, false, default), Pick(s_texts), default),
        8 => Interval(),
        9 => new CurrentValue("current_user", null, default),
        _ => Name(),
    };

    private IntervalLiteral Interval() => new(Pick(s_texts), Flag(), (IntervalField)Next(7), Flag() ? (IntervalField)Next(7) : null, default);

    private StringLiteral Text() => new(Pick(s_texts), default);

    private NamedQuery NamedQuery() => new(Name(), List(0, Name), Query(), default);

    private SortItem SortItem() => new(Expression(), Flag(), Next(3) switch { 0 => null, 1 => true, _ => false }, default);

    private Limit? Limit() => Next(5) switch
    {
        0 => new Limit(null, false, false, default),
        1 => new Limit(new IntegerLiteral("10", default), false, false, default),
        2 => new Limit(Flag() ? new IntegerLiteral("10", default) : null, Flag(), true, default),
        _ => null,
    };

    private WindowSpecification Window() => new(Flag() ? Name() : null, List(0, Expression), List(0, SortItem), Flag() ? Frame() : null, default);

    private WindowFrame Frame() => new((FrameUnit)Next(3), Bound(), Flag() ? Bound() : null, default);

    private FrameBound Bound()
    {
        var kind = (FrameBoundKind)Next(5);
        return new FrameBound(kind, kind is FrameBoundKind.Preceding or FrameBoundKind.Following ? Expression() : null, default);
    }

    private QualifiedName Qualified() => new(List(1, Name), default);

    // Reserved and strange names exist in quotes only, plain ones both ways.
    private Identifier Name()
    {
        var name = Pick(s_names);
        return new Identifier(name, Flag() || name is "select" or "Größe" or "x\"y" or "1st" or "values", default);
    }

    private ValueList<T> List<T>(int least, Func<T> build) => Enumerable.Range(0, least + Next(3)).Select(_ => build()).ToValueList();

    private T Deeper<T>(Func<T> leaf, Func<T> node)
    {
        if (_depth >= 6 || _position >= tape.Length)
        {
            return leaf();
        }

        _depth++;
        var built = node();
        _depth--;
        return built;
    }

    private T Pick<T>(T[] choices) => choices[Next(choices.Length)];

    private bool Flag() => Next(2) == 1;

    private int Next(int count) => _position < tape.Length ? tape[_position++] % count : 0;
}
