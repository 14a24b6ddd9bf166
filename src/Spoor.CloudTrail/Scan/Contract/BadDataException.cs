namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>Carries a fault from the depth of the reading to the reader, which knows the object and the policy.</summary>
internal sealed class BadDataException(BadDataFault fault, Exception? cause = null) : Exception(fault.Reason, cause)
{
    public BadDataFault Fault { get; } = fault;

    /// <summary>Whether a decompressor gave up, and kept what it had ready: the fault is then further on than what came out.</summary>
    public bool LosesData { get; init; }

    /// <summary>The same with its place in the decompressed data.</summary>
    public BadDataException At(long offset) => new(Fault with { ByteOffset = offset }, InnerException);
}
