using Spoor.Cli.Terminal;

namespace Spoor.Cli.Output;

/// <summary>Writes a report in one form.</summary>
internal delegate Task ReportWriter<in TReport>(TReport report, CliConsole console, CancellationToken cancellationToken);
