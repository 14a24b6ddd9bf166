namespace Spoor.Core.Errors;

/// <summary>What a host lets people set, as far as hints speak of it. What it is called there (an option, a field, a parameter) only the host knows.</summary>
public enum Setting
{
    /// <summary>Bad data is skipped, counted and listed.</summary>
    SkipBadData,

    /// <summary>Nothing read is no error.</summary>
    AllowEmpty,

    /// <summary>A bucket and the folder that serves it.</summary>
    Bucket,

    /// <summary>The profile of the AWS configuration files.</summary>
    Profile,

    /// <summary>The region of buckets.</summary>
    Region,

    /// <summary>Another endpoint than AWS's.</summary>
    EndpointUrl,

    /// <summary>Public buckets are read without credentials.</summary>
    NoSignRequest,

    /// <summary>Spoor's home folder.</summary>
    Home,

    /// <summary>The file in which a watch remembers.</summary>
    WatchState,

    /// <summary>The folder of further rules.</summary>
    Rules,

    /// <summary>First instant of a window.</summary>
    From,

    /// <summary>First instant behind a window.</summary>
    To,

    /// <summary>How long before a window objects are read.</summary>
    History,

    /// <summary>The list of scenarios of a sample.</summary>
    ScenarioList,

    /// <summary>A value that a question is asked with.</summary>
    Parameter,
}
