namespace Spoor.CloudTrail.Scan.Contract;

/// <summary>One reader's view of the texts that a scan has learnt so far, which <see cref="LeafFollowed"/> asks for.</summary>
internal interface ILearntTexts
{
    /// <summary>Whether the bytes of records tell nothing, because a text is wanted that is not searched for.</summary>
    bool IsBlind { get; }

    /// <summary>Whether the text has been learnt.</summary>
    bool Contains(ReadOnlySpan<byte> utf8);
}
