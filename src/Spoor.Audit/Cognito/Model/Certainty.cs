namespace Spoor.Audit.Cognito.Model;

/// <summary>How sure it is that calls were made with a pool's credentials.</summary>
public enum Certainty
{
    /// <summary>An issued access key or the record's own statement.</summary>
    Proved,

    /// <summary>A key that a role chain handed out: proved, too, but of another role.</summary>
    Chained,

    /// <summary>Only role or session name speak for it.</summary>
    Candidate,
}
