using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Input;
using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Cutting;

/// <summary>Goes through an object's records once more, by the places that another cutter noted, without those that were taken.</summary>
internal sealed class PlacedCutter(InputWindow window, PathNode root, RecordPrefilter? prefilter, RecordPlaces places) : RecordCutter(window, root, prefilter)
{
    private int _next;

    public override void Begin()
    {
        base.Begin();
        _next = 0;
    }

    public override bool Next(CancellationToken cancellationToken)
    {
        var data = Window.Whole;
        while (_next < places.All.Count)
        {
            var place = places.All[_next++];
            if (!place.IsTaken && MayMatch(data.Span[place.Start..], place.Length, place.Start, place.Escapes))
            {
                Record = data.Slice(place.Start, place.Length);
                RecordOffset = place.Start;
                var walker = new JsonWalker(Record.Span, 0, isFinal: true);
                return RecordExtractor.Read(ref walker, Root, Slots, 0) ? true : throw new BadDataException(FaultOf(walker, place.Start));
            }
        }

        return false;
    }
}
