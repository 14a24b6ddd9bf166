namespace Spoor.Audit.Findings;

/// <summary>The columns that a rule gives, or that <see cref="RuleText"/> adds.</summary>
internal enum FindingColumn
{
    Pool,
    Identity,
    Role,
    Subject,
    Detail,
    FirstTime,
    LastTime,
    EventIds,
    Severity,
}
