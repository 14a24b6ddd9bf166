using Spoor.CloudTrail.Scan.Input;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Where the records of an object lie that stays in the window whole, so that they can be gone through once more.</summary>
internal sealed class RecordPlaces
{
    private readonly List<Place> _places = [];

    /// <summary>The places in the order of the object.</summary>
    public IReadOnlyList<Place> All => _places;

    /// <summary>Whether each record of the object has a place. One that is the text of another value has none.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Starts an object.</summary>
    public void Reset()
    {
        _places.Clear();
        IsWhole = true;
    }

    /// <summary>Adds the next record.</summary>
    public void Add(long start, int length, RecordEscapes escapes)
    {
        IsWhole &= start < WholeInflater.LargestObject;
        if (IsWhole)
        {
            _places.Add(new Place((int)start, length, escapes, IsTaken: false));
        }
    }

    /// <summary>Says that the object has a record without a place.</summary>
    public void GiveUp() => IsWhole = false;

    /// <summary>The record that was added last need not be looked at again.</summary>
    public void TakeLast()
    {
        if (IsWhole)
        {
            _places[^1] = _places[^1] with { IsTaken = true };
        }
    }

    /// <summary>A record's place.</summary>
    /// <param name="Start">Its first byte in the object.</param>
    /// <param name="Length">Its length in bytes.</param>
    /// <param name="Escapes">What was seen on the way over it.</param>
    /// <param name="IsTaken">Whether it gave a row already.</param>
    internal readonly record struct Place(int Start, int Length, RecordEscapes Escapes, bool IsTaken);
}
