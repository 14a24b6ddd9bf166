using Spoor.Cli.Commands;
using Spoor.Cli.Terminal;

if (!OperatingSystem.IsWindows() && args is not [SampleCommand.Name, ..])
{
    FileMask.KeepPrivate();
}

return await SpoorCommand.RunAsync(args, CliConsole.OfProcess());
