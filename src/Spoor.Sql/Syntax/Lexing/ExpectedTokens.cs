namespace Spoor.Sql.Syntax.Lexing;

/// <summary>What a statement could have gone on with at the furthest token that the parser looked at.</summary>
/// <remarks>
/// Only filled in a second run over a statement that failed, so that correct statements do not pay for it. As in Trino's
/// ErrorHandler, a rule that has a name of its own (an expression, say) stands for all the tokens it may start with.
/// </remarks>
internal sealed class ExpectedTokens
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private int _position = -1;
    private int _namedRuleAt = -1;

    /// <summary>The parser wanted <paramref name="name"/> at token <paramref name="position"/>.</summary>
    internal void Add(int position, string name)
    {
        if (position < _position || position == _namedRuleAt)
        {
            return;
        }

        if (position > _position)
        {
            _names.Clear();
            _position = position;
        }

        _names.Add(name);
    }

    /// <summary>A rule with a name begins at <paramref name="position"/>: what it wants there is not listed one by one.</summary>
    internal void EnterRule(int position, string name)
    {
        Add(position, name);
        _namedRuleAt = position;
    }

    /// <summary>The names wanted at <paramref name="position"/>, sorted and joined by commas; empty when nothing was.</summary>
    internal string At(int position) => position == _position ? string.Join(", ", _names) : "";
}
