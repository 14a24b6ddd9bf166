using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Cutting;
using Spoor.CloudTrail.Scan.Filtering;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;
using Spoor.CloudTrail.Scan.Values;
using Spoor.Storage.Objects;

namespace Spoor.CloudTrail.Scan.Learning;

/// <summary>One reader's two looks at each object.</summary>
internal sealed class FollowingReader
{
    private readonly ScanFollowing _following;
    private readonly InputWindow _window;
    private readonly FollowedView _view;
    private readonly ScanFilter _wanted;
    private RecordFilter? _meetsFilter;
    private RecordFilter? _isWanted;
    private LeafReader[] _leaves = [];
    private PlacedCutter? _secondCutter;
    private long _place;
    private bool _wasBlind;
    private bool _wasComplete;

    public FollowingReader(ScanFollowing following, InputWindow window)
    {
        _following = following;
        _window = window;
        _view = new FollowedView(following.Texts);
        _wanted = following.Wanted;
        Times = new RecordTimes(Encoding.UTF8.GetBytes(following.Window.From), Encoding.UTF8.GetBytes(following.Window.To));
    }

    /// <summary>Leaves that it needs besides those of the request.</summary>
    public IEnumerable<ScanLeaf> Leaves => RecordFilter.Leaves(_wanted).Concat(_following.Learner.Leaves);

    /// <summary>Where the first look's cutter notes the records.</summary>
    public RecordPlaces Places { get; } = new();

    /// <summary>What the first look's cutter tells of the times of all records.</summary>
    public RecordTimes Times { get; }

    /// <summary>The cutter of the second look, while that lasts.</summary>
    public RecordCutter? SecondCutter { get; private set; }

    /// <summary>What the first look goes by.</summary>
    public RecordPrefilter? FirstPrefilter(ScanFilter? filter) => RecordPrefilter.Compile(!_following.IsComplete || filter is null ? filter : new AnyOf([filter, _wanted]), _view);

    /// <summary>Makes ready what needs the compiled paths.</summary>
    public void Compile(ScanFilter? filter, PathNode root, Func<ScanLeaf, LeafReader> readerOf)
    {
        _meetsFilter = RecordFilter.Compile(filter, readerOf, _view);
        _isWanted = RecordFilter.Compile(_wanted, readerOf, _view);
        _leaves = [.. _following.Learner.Leaves.Select(readerOf)];
        _secondCutter = new PlacedCutter(_window, root, RecordPrefilter.Compile(_wanted, _view), Places);
    }

    /// <summary>Starts the object that the window has opened.</summary>
    public void Begin()
    {
        _view.Reset();
        (SecondCutter, _wasBlind, _wasComplete) = (null, false, false);
        _place = _following.Order.Begin();
    }

    /// <summary>Whether the record gives a row, and whether because others led to it.</summary>
    public bool Gives(ReadOnlySpan<byte> record, ReadOnlySpan<ValueSlot> slots, ConversionContext context, out bool isFollowed)
    {
        isFollowed = SecondCutter is not null;
        if (!isFollowed)
        {
            if (_meetsFilter?.MayPass(record, slots, context) != false && _following.Learner.Learn(new LeafTexts(record, slots, _leaves, context)))
            {
                Places.TakeLast();
                return true;
            }

            isFollowed = _following.IsComplete;
        }

        return isFollowed && _isWanted?.MayPass(record, slots, context) != false;
    }

    /// <summary>Begins the second look when the first has come to its end.</summary>
    /// <returns>False when there is none to begin.</returns>
    public bool TryLookAgain()
    {
        _wasComplete = SecondCutter is not null;
        _following.Order.End(_place);
        if (_wasComplete || _following.IsComplete || !_window.HoldsWhole || !Places.IsWhole)
        {
            return false;
        }

        _following.Order.WaitForEarlier(_place);
        _wasBlind = _view.IsBlind;
        SecondCutter = _secondCutter;
        SecondCutter?.Begin();
        return true;
    }

    /// <summary>Ends the object, however far it was read.</summary>
    public void End(ObjectName name)
    {
        _following.Order.End(_place);
        if (!_following.IsComplete)
        {
            _following.Add(new ScanFollowing.LookedAt(name, _wasComplete, _wasBlind, _view.Missed()));
        }

        // The next object may fail before it begins.
        _wasComplete = false;
    }
}
