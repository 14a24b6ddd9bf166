using Spoor.Cli.Commands;
using Spoor.Cli.Terminal;
using Spoor.Engine;

if (!OperatingSystem.IsWindows() && args is not [SampleCommand.Name, ..])
{
    FileMask.KeepPrivate();
}

if (args is [SqlCommand.Name or ShellCommand.Name or AskCommand.Name or AuditCommand.Name or CoverageCommand.Name or TraceCommand.Name or PolicyCommand.Name or WatchCommand.Name, ..])
{
    QueryEngine.BeginLoading();
}

return await SpoorCommand.RunAsync(args, CliConsole.OfProcess());
