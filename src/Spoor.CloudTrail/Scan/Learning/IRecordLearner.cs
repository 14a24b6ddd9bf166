using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;

namespace Spoor.CloudTrail.Scan.Learning;

/// <summary>Learns from records which others are wanted.</summary>
public interface IRecordLearner
{
    /// <summary>What it looks at, in the order of <see cref="LeafTexts"/>.</summary>
    ValueList<ScanLeaf> Leaves { get; }

    /// <summary>Takes note of a record that meets the scan's filter. Several threads call it at once, and for an object that is read again it is called again.</summary>
    /// <returns>Whether the record gives a row. One that does not may still be wanted.</returns>
    bool Learn(LeafTexts record);
}
