using Spoor.Cli;
using Spoor.Cli.Commands;

if (!OperatingSystem.IsWindows() && args is not [SampleCommand.Name, ..])
{
    FileMask.KeepPrivate();
}

return await SpoorCommand.RunAsync(args, CliConsole.OfProcess());
