using Spoor.Cli.Terminal;

namespace Spoor.Cli.Output;

/// <summary>The forms in which a command can write its report: what <c>--output</c> takes, with what writes each.</summary>
/// <param name="forms">Names and writers; the first is the default.</param>
internal sealed class ReportForms<TReport>(params ReadOnlySpan<(string Name, ReportWriter<TReport> WriteAsync)> forms)
{
    private readonly (string Name, ReportWriter<TReport> WriteAsync)[] _forms = [.. forms];

    /// <summary>The names, the default first.</summary>
    public string[] Names => [.. _forms.Select(form => form.Name)];

    /// <summary>Writes a report to standard output.</summary>
    public Task WriteAsync(TReport report, string form, CliConsole console, CancellationToken cancellationToken) =>
        Array.Find(_forms, known => known.Name == form).WriteAsync(report, console, cancellationToken);

    /// <summary>A form that is bytes.</summary>
    public static ReportWriter<TReport> Bytes(Func<TReport, Stream, CancellationToken, Task> write) => (report, console, cancellationToken) => write(report, console.Out, cancellationToken);

    /// <summary>A form that is text.</summary>
    public static ReportWriter<TReport> Text(Func<TReport, TextWriter, CancellationToken, Task> write) =>
        (report, console, cancellationToken) => console.WriteTextAsync(writer => write(report, writer, cancellationToken));
}
