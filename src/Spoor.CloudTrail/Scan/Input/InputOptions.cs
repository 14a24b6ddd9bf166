namespace Spoor.CloudTrail.Scan.Input;

/// <summary>How a reader takes its input.</summary>
/// <param name="Capacity">Size of the window over decompressed streams, in bytes.</param>
/// <param name="TakesWholeObjects">Whether objects of moderate size are decompressed in one go, where libdeflate is there.</param>
internal sealed record InputOptions(int Capacity, bool TakesWholeObjects)
{
    /// <summary>Whether objects of moderate size stay in the window whole, however they are decompressed.</summary>
    public bool KeepsObjects { get; init; }

    /// <summary>Whether text that is known to be no JSON (HTML, YAML) is refused by its name. Where lines are read it is up to their reader.</summary>
    public bool RefusesOtherText { get; init; } = true;

    /// <summary>The window is parsed while it is still in the processor's cache.</summary>
    public static InputOptions Default { get; } = new(256 << 10, TakesWholeObjects: true);
}
