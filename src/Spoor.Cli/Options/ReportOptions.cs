using Spoor.Audit.Logs;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Sessions;
using Spoor.Storage.Objects;

namespace Spoor.Cli.Options;

/// <summary>What a command line says of a report.</summary>
/// <param name="Logs">The logs' folder or <c>s3://</c> prefix.</param>
/// <param name="Window">The window.</param>
/// <param name="BadData">What to do with data that cannot be read.</param>
/// <param name="Objects">Where objects of <c>s3://</c> names are.</param>
/// <param name="Engine">The engine's limits.</param>
/// <param name="Form">One of the forms.</param>
internal sealed record ReportOptions(string Logs, AskedWindow Window, BadDataPolicy BadData, IObjectStore Objects, EngineOptions Engine, string Form);
