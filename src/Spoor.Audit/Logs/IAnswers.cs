using Spoor.Engine.Results.Rows;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Logs;

/// <summary>What answers statements over the tables of a report.</summary>
internal interface IAnswers
{
    /// <summary>Runs a statement and hands on its rows, batch by batch.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="begin">Gets the columns before the first row, and gives what takes the rows.</param>
    Task AskAsync(SqlFragment sql, Func<IReadOnlyList<ResultColumn>, Action<AuditRow>> begin);
}
