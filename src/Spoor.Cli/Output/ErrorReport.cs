using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Engine.Results.Text;
using Spoor.Engine.Results.Writers;
using Spoor.Sql.Syntax;

namespace Spoor.Cli.Output;

/// <summary>Errors as a person reads them: what, where in the statement, what to do.</summary>
internal static class ErrorReport
{
    /// <summary>Writes the error of a statement with the line at fault, underlined. Places are those of the script, where a person looks for them.</summary>
    public static void Write(TextWriter output, Script script, ScriptStatement statement, QueryException exception)
    {
        var span = exception.Span is { } inStatement ? statement.ToScript(inStatement) : (TextSpan?)null;
        var inScript = new QueryException(exception.Code, span, VisibleText.Of(exception.Message), Visible(SettingNames.Hint(exception)), exception) { Brief = VisibleText.Of(exception.Brief) };
        output.WriteLine(ErrorExcerpt.Format(script.Text, inScript));
        if (script.Name is { } name)
        {
            output.WriteLine($"In {name}: the statement that begins in line {Quantity.Count(statement.StartLine)}.");
        }
    }

    /// <summary>Writes an error that no statement is to blame for.</summary>
    public static void Write(TextWriter output, QueryException exception)
    {
        output.WriteLine($"{exception.Code.ToTrinoName()}: {VisibleText.Of(exception.Message)}");
        if (Visible(SettingNames.Hint(exception)) is { } hint)
        {
            output.WriteLine($"Hint: {hint}");
        }
    }

    // Names of objects and values of records are the work of strangers: they must not command the terminal.
    private static string? Visible(string? text) => text is null ? null : VisibleText.Of(text);
}
