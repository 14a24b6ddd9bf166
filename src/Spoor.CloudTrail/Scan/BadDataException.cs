namespace Spoor.CloudTrail.Scan;

/// <summary>Carries a fault from the depth of the reading to the reader, which knows the object and the policy.</summary>
internal sealed class BadDataException(BadDataFault fault, Exception? cause = null) : Exception(fault.Reason, cause)
{
    public BadDataFault Fault { get; } = fault;
}
