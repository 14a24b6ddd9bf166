using Spoor.Core.Errors;

namespace Spoor.Cli.Output;

/// <summary>What the settings that hints speak of are called on the command line.</summary>
internal static class SettingNames
{
    /// <summary>The hint of an error, with the names of options; null when there is none.</summary>
    public static string? Hint(QueryException exception) => exception.Advice?.ToString(Of);

    /// <summary>The name of the option; null for a setting that is none.</summary>
    public static string? Of(Setting setting) => setting switch
    {
        Setting.SkipBadData => "--skip-bad",
        Setting.AllowEmpty => "--allow-empty",
        Setting.Bucket => "--bucket",
        Setting.Profile => "--profile",
        Setting.Region => "--region",
        Setting.EndpointUrl => "--endpoint-url",
        Setting.NoSignRequest => "--no-sign-request",
        Setting.Home => "--home",
        Setting.WatchState => "--state",
        Setting.Rules => "--rules",
        Setting.From => "--from",
        Setting.To => "--to",
        Setting.History => "--history",
        Setting.ScenarioList => "spoor sample --list-scenarios",
        Setting.Parameter => "--param",
        _ => null,
    };
}
