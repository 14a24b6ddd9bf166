using Spoor.Cli;

return await SpoorCommand.RunAsync(args, CliConsole.OfProcess());
