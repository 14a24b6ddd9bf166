using System.Globalization;
using Spoor.Core.Collections;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>Makes nodes of DuckDB's SQL.</summary>
internal static class DuckSql
{
    /// <summary>Up to so many nodes a value is written twice rather than bound to a lambda's parameter.</summary>
    private const int SmallSize = 6;

    /// <summary>The tree of a template.</summary>
    public static DuckExpression Duck(DuckTemplate template) => DuckTemplateParser.Parse(template.Pieces);

    /// <summary>A call.</summary>
    public static DuckExpression Call(string name, params IEnumerable<DuckExpression> arguments) => new DuckCall(name, arguments.ToValueList());

    /// <summary>A text literal.</summary>
    public static DuckText Text(string value) => new(value);

    /// <summary>A number.</summary>
    public static DuckExpression Number(long value) => value < 0
        ? new DuckPrefix("-", new DuckNumber(((UInt128)(-(Int128)value)).ToString(CultureInfo.InvariantCulture)))
        : new DuckNumber(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A cast.</summary>
    public static DuckExpression Cast(DuckExpression value, DuckType type) => new DuckCast(value, type);

    /// <summary>NULL of a type.</summary>
    public static DuckExpression Null(DuckType type) => new DuckCast(DuckKeyword.Null, type);

    /// <summary>Two operands with an operator between them.</summary>
    public static DuckExpression Infix(DuckExpression left, string op, DuckExpression right) => new DuckInfix(op, [left, right]);

    /// <summary>All conditions.</summary>
    public static DuckExpression And(IEnumerable<DuckExpression> terms) => Chain("AND", terms);

    /// <summary>Any of the conditions.</summary>
    public static DuckExpression Or(IEnumerable<DuckExpression> terms) => Chain("OR", terms);

    /// <summary>A list.</summary>
    public static DuckExpression List(IEnumerable<DuckExpression> elements) => new DuckList(elements.ToValueList());

    /// <summary>A STRUCT whose members are named as a row's fields are.</summary>
    public static DuckExpression Row(IEnumerable<DuckExpression> fields) =>
        Call("struct_pack", fields.Select((field, index) => new DuckNamed(TypePrinter.FieldName(index), field)));

    /// <summary>A field of a row.</summary>
    public static DuckExpression RowField(DuckExpression row, int index) => new DuckField(row, TypePrinter.FieldName(index));

    /// <summary>A lambda of one parameter.</summary>
    public static DuckLambda Lambda(Func<DuckExpression, DuckExpression> body)
    {
        var parameter = new DuckParameter();
        return new DuckLambda([parameter], body(parameter));
    }

    /// <summary>Uses a value several times, but evaluates and writes it once.</summary>
    public static DuckExpression Once(DuckExpression value, Func<DuckExpression, DuckExpression> body) =>
        Duck($"list_transform([{value}], {Lambda(body)})[1]");

    /// <summary>Uses two values several times, but evaluates and writes each once.</summary>
    public static DuckExpression Once(DuckExpression first, DuckExpression second, Func<DuckExpression, DuckExpression, DuckExpression> body) =>
        Once(new DuckStruct([new("a", first), new("b", second)]), pair => body(new DuckField(pair, "a"), new DuckField(pair, "b")));

    /// <summary>Uses values several times, but evaluates and writes each once.</summary>
    public static DuckExpression Once(IEnumerable<DuckExpression> values, Func<List<DuckExpression>, DuckExpression> body)
    {
        var members = values.Select((value, index) => new DuckNamed(string.Create(CultureInfo.InvariantCulture, $"v{index}"), value)).ToValueList();
        return Once(new DuckStruct(members), all => body([.. members.Select(member => new DuckField(all, member.Name))]));
    }

    /// <summary>Uses a value several times: as it is where it is small and gives the same each time, which is quicker than a lambda, else evaluated once.</summary>
    public static DuckExpression Shared(DuckExpression value, Func<DuckExpression, DuckExpression> body) =>
        MayRepeat(value, SmallSize) ? body(value) : Once(value, body);

    /// <summary>Uses two values several times, in the same way.</summary>
    public static DuckExpression Shared(DuckExpression first, DuckExpression second, Func<DuckExpression, DuckExpression, DuckExpression> body) =>
        MayRepeat(first, SmallSize) && MayRepeat(second, SmallSize) ? body(first, second) : Once(first, second, body);

    /// <summary>Whether it costs nothing to write the value several times: a column, a parameter, or a field of one.</summary>
    public static bool IsName(DuckExpression value) => value is DuckColumn or DuckParameter || (value is DuckField field && IsName(field.Struct));

    /// <summary>Whether the value may stand twice: it is no larger than so many nodes, and gives the same each time.</summary>
    public static bool MayRepeat(DuckExpression value, int mostNodes)
    {
        var pending = new Stack<DuckExpression>([value]);
        for (var count = 0; pending.TryPop(out var node); count++)
        {
            if (count >= mostNodes || node is DuckSubquery or DuckExists or DuckComparedToQuery or DuckCall { Name: "random" or "uuid" or "spoor_random" })
            {
                return false;
            }

            foreach (var part in node.Parts)
            {
                pending.Push(part);
            }
        }

        return true;
    }

    /// <summary>A chain of an associative operator as a tree of least depth.</summary>
    /// <remarks>DuckDB's time to bind an expression grows with the cube of its depth, and beyond some depth it refuses the statement.</remarks>
    public static T Balanced<T>(IReadOnlyList<T> terms, Func<T, T, T> join) => Balanced(terms, join, 0, terms.Count);

    private static T Balanced<T>(IReadOnlyList<T> terms, Func<T, T, T> join, int start, int count) => count == 1
        ? terms[start]
        : join(Balanced(terms, join, start, count / 2), Balanced(terms, join, start + (count / 2), count - (count / 2)));

    private static DuckExpression Chain(string op, IEnumerable<DuckExpression> terms)
    {
        var operands = terms.ToValueList();
        return operands.Count == 1 ? operands[0] : new DuckInfix(op, operands);
    }
}
