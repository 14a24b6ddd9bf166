using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Engine.Tables.Lists;

/// <summary>The rows of a file.</summary>
/// <param name="Columns">Lower-case, each once.</param>
/// <param name="Rows">A text or null for each column.</param>
internal sealed record ListContent(ValueList<string> Columns, ValueList<ValueList<object?>> Rows)
{
    /// <summary>An error in a file's content.</summary>
    public static QueryException Bad(string path, long line, string problem, string hint) => new(ErrorCode.HiveBadData, span: null, $"{path}, line {line}: {problem}", hint);
}
