using Spoor.Engine.Sessions;

namespace Spoor.Cli.Output;

/// <summary>How statements run and are printed.</summary>
internal sealed record StatementOptions(QuerySession Session, ResultFormat Format);
