namespace Spoor.Audit.Findings;

/// <summary>How much a finding matters, least first.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>To be looked at when there is time.</summary>
    Low,

    /// <summary>To be looked at.</summary>
    Medium,

    /// <summary>To be looked at today.</summary>
    High,

    /// <summary>To be looked at now.</summary>
    Critical,
}
