using Spoor.Core.Errors;
using Spoor.Sql.Syntax;

namespace Spoor.Audit.Findings;

/// <summary>A rule's query as the engine gets it, and the way back from its places to those of the rule's file.</summary>
/// <param name="text">The rule's file.</param>
/// <param name="sql">The statement.</param>
/// <param name="pieces">Where pieces of the file begin in the statement, in order.</param>
/// <param name="end">Offset in the statement behind the rule's own query.</param>
internal sealed class RuleStatement(RuleText text, string sql, IReadOnlyList<(int InStatement, int InFile)> pieces, int end)
{
    private const string ColumnsHint = "A rule is one SELECT that gives pool, identity, role, subject, detail, first_time, last_time and event_ids (array(varchar)), in any order; NULL where one does not apply.";

    /// <summary>The statement.</summary>
    public string Sql { get; } = sql;

    /// <summary>Finds errors that need no tables.</summary>
    /// <exception cref="QueryException">With file, line and column.</exception>
    public void CheckSyntax()
    {
        try
        {
            SqlParser.ParseQuery(Sql);
        }
        catch (QueryException exception)
        {
            throw Explain(exception);
        }
    }

    /// <summary>An error of this statement as one of the rule's file.</summary>
    public QueryException Explain(QueryException exception)
    {
        if (exception.Span is not { } span)
        {
            return new QueryException(exception.Code, null, $"{text.File}: {exception.Message}", exception.Advice, exception);
        }

        if (span.Start < pieces[0].InStatement || span.Start > end)
        {
            var missing = exception.Code == ErrorCode.ColumnNotFound ? $"the rule gives no such column: {exception.Message}" : exception.Message;
            return new QueryException(exception.Code, null, $"{text.File}: {missing}", ColumnsHint, exception);
        }

        var index = 0;
        while (index + 1 < pieces.Count && pieces[index + 1].InStatement <= span.Start)
        {
            index++;
        }

        var (inStatement, inFile) = pieces[index];
        var isLiteral = index % 2 == 1; // Every second piece is a parameter, whose literal has no places in the file.
        var offset = Math.Min(text.Whole.Length, isLiteral ? inFile : inFile + span.Start - inStatement);
        return text.Error(exception.Code, offset, exception.Message, exception.Advice, exception);
    }
}
