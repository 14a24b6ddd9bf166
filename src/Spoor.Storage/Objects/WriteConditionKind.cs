namespace Spoor.Storage.Objects;

/// <summary>Kinds of condition for a write.</summary>
public enum WriteConditionKind
{
#pragma warning disable CS1591 // WriteCondition says what they mean.
    Always,
    IfAbsent,
    IfUnchanged,
#pragma warning restore CS1591
}
