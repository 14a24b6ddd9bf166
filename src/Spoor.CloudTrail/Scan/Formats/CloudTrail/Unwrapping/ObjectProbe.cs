using Spoor.CloudTrail.Scan.Json;

namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;

/// <summary>Tells records from what is around them, by the names of an object's members in any order.</summary>
/// <remarks>
/// <c>eventVersion</c> makes a record, whatever else is there, unless <c>eventSource</c> begins with <c>aws:</c>: what S3, SQS, Kinesis, DynamoDB and SES send to Lambda has CloudTrail's
/// own names. Else a member that can hold records makes a wrapper, even beside names of records: serialized by Java, an
/// Event of <c>lookup-events</c> has <c>eventName</c>. Else any of CloudTrail's own names makes a record.
/// </remarks>
internal sealed class ObjectProbe
{
    private readonly int[] _values = new int[MemberNames.WrapperCount];
    private bool _sawOwn;
    private bool _sawVersion;
    private bool _isNotification;
    private bool _sawNullList;
    private bool _isControl;

    /// <summary>Whether the object is a wrapper of more than what fits in memory, so that it was not looked at to its end.</summary>
    public bool IsLong { get; private set; }

    /// <summary>A wrapper's member that holds nothing to read; <see cref="WrapperMember.None"/> where there is none.</summary>
    public WrapperMember Vain { get; private set; }

    /// <summary>Offsets in the walker's data, by wrapper, of the values to read: of members that repeat, the last. -1 for none. Without meaning when <see cref="IsLong"/>.</summary>
    public ReadOnlySpan<int> Values => _values;

    // As CloudTrail writes it, "1.08" or so; S3's notifications have versions from 2.0 on.
    private static ReadOnlySpan<byte> Version => "{\"eventVersion\":\"1."u8;

    /// <summary>Tells what the object at the walker's position is.</summary>
    /// <param name="walker">At the opening bracket; when the result is true, where it is afterwards has no meaning.</param>
    /// <param name="kind">What it is.</param>
    /// <returns>False when the walker could not go on.</returns>
    public bool TryTell(ref JsonWalker walker, out ObjectKind kind)
    {
        kind = ObjectKind.Record;

        if (IsAsCloudTrailWrites(walker.Data[walker.Position..]))
        {
            return true;
        }

        Reset();
        if (!walker.EnterContainer((byte)'}', out var isEnd))
        {
            return false;
        }

        while (!isEnd)
        {
            if (!PassMember(ref walker, out var toldKind))
            {
                return false;
            }

            if (toldKind is { } told)
            {
                kind = told;
                return true;
            }

            if (!walker.PassSeparator((byte)'}', out isEnd))
            {
                return false;
            }
        }

        kind = KindByMembers();
        return true;
    }

    /// <summary>Whether a value can hold records: an object, an array, or a text of JSON.</summary>
    /// <param name="walker">At the value; passes it if it is a text.</param>
    /// <param name="canHold">The answer.</param>
    /// <returns>False when the walker could not go on.</returns>
    public static bool TryTellWhetherHolds(ref JsonWalker walker, out bool canHold)
    {
        var first = walker.Data[walker.Position];
        canHold = first is (byte)'{' or (byte)'[';
        if (first != (byte)'"')
        {
            return true;
        }

        var passed = walker.ReadString(out var start, out var length, out _);
        canHold = passed && TextOfJson.MayBegin(walker.Data.Slice(start, length));
        return passed;
    }

    // A record begins with its version and then who did it, or, of insights, when.
    private static bool IsAsCloudTrailWrites(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith(Version))
        {
            return false;
        }

        var rest = data[Version.Length..].TrimStart("0123456789"u8);
        return rest.StartsWith("\",\"userIdentity\":"u8) || rest.StartsWith("\",\"eventTime\":"u8);
    }

    private void Reset()
    {
        Array.Fill(_values, -1);
        _sawOwn = _sawVersion = _isNotification = _sawNullList = _isControl = IsLong = false;
        Vain = WrapperMember.None;
    }

    private bool PassMember(ref JsonWalker walker, out ObjectKind? told)
    {
        told = null;
        if (!walker.ReadKey(out var start, out var length, out var hasEscapes))
        {
            return false;
        }

        var key = walker.Data.Slice(start, length);
        if (MemberNames.IsOwn(key, hasEscapes, out var isVersion, out var isSource))
        {
            _sawOwn = true;
            _sawVersion |= isVersion;
            var source = walker.Position;
            var isPassed = walker.SkipValue(0);
            _isNotification |= isPassed && isSource && walker.Data[source..walker.Position].StartsWith("\"aws:"u8);
            return isPassed;
        }

        var member = MemberNames.WrapperOf(key, hasEscapes);
        if (member == WrapperMember.None)
        {
            var at = walker.Position;
            var passed = walker.SkipValue(0);
            _isControl |= passed && MemberNames.IsMessageType(key, hasEscapes) && walker.Data[at..walker.Position].SequenceEqual("\"CONTROL_MESSAGE\""u8);
            return passed;
        }

        if (!_sawVersion && MemberNames.IsLong(member) && walker.Data[walker.Position] is (byte)'[' or (byte)'{')
        {
            IsLong = true;
            told = ObjectKind.Wrapper;
            return true;
        }

        return PassWrapped(ref walker, member);
    }

    private bool PassWrapped(ref JsonWalker walker, WrapperMember member)
    {
        var at = walker.Position;
        if (!TryTellWhetherHolds(ref walker, out var canHold))
        {
            return false;
        }

        var passed = walker.Position > at || walker.SkipValue(0);
        if (canHold)
        {
            _values[(int)member] = at;
            return passed;
        }

        var value = walker.Data[at..walker.Position];
        _values[(int)member] = -1;
        _sawNullList |= value[0] == (byte)'n' && MemberNames.IsList(member);
        _isControl |= member == WrapperMember.Message && value.StartsWith("\"CWL CONTROL MESSAGE"u8);
        Vain = member;
        return passed;
    }

    private ObjectKind KindByMembers()
    {
        if (_isNotification)
        {
            return _values.AsSpan().ContainsAnyExcept(-1) ? ObjectKind.Wrapper : ObjectKind.Other;
        }

        if (_sawVersion)
        {
            return ObjectKind.Record;
        }

        if (_isControl && !_sawOwn)
        {
            _values[(int)WrapperMember.LogEvents] = -1;
            return _values.AsSpan().ContainsAnyExcept(-1) ? ObjectKind.Wrapper : ObjectKind.ControlMessage;
        }

        if (_sawNullList || _values.AsSpan().ContainsAnyExcept(-1))
        {
            return ObjectKind.Wrapper;
        }

        return _sawOwn ? ObjectKind.Record : ObjectKind.Other;
    }
}
