using System.Diagnostics;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Logs;

/// <summary>Ways to read answers.</summary>
internal static class Answers
{
    /// <summary>The rows of an answer, by name of their columns.</summary>
    public static async Task<List<T>> ReadAsync<TColumn, T>(this IAnswers answers, SqlFragment sql, Func<AnswerRow<TColumn>, T> read)
        where TColumn : struct, Enum
    {
        var rows = new List<T>();
        await answers.ForEachAsync<TColumn>(sql, row => rows.Add(read(row)));
        return rows;
    }

    /// <summary>Hands on the rows of an answer one by one, for answers that need not be in memory as a whole.</summary>
    public static Task ForEachAsync<TColumn>(this IAnswers answers, SqlFragment sql, Action<AnswerRow<TColumn>> take)
        where TColumn : struct, Enum => answers.AskAsync(sql, ByName(take));

    /// <summary>The values of an answer of one column; empty for null.</summary>
    public static async Task<List<string>> TextsAsync(this IAnswers answers, SqlFragment sql)
    {
        var texts = new List<string>();
        await answers.AskAsync(sql, columns => columns.Count == 1 ? row => texts.Add(row.Name(0)) : throw new UnreachableException($"The statement has {columns.Count} columns, not one."));
        return texts;
    }

    /// <summary>What takes rows by name of their columns, for rows as they come.</summary>
    public static Func<IReadOnlyList<Spoor.Engine.Results.Rows.ResultColumn>, Action<AuditRow>> ByName<TColumn>(Action<AnswerRow<TColumn>> take)
        where TColumn : struct, Enum => result =>
        {
            var columns = new AnswerColumns<TColumn>(result);
            return row => take(new AnswerRow<TColumn>(row, columns));
        };
}
