namespace Spoor.CloudTrail.Scan.Formats.CloudTrail.Unwrapping;

/// <summary>One of the things that the reader is in, from the object's bytes or a text down to the record.</summary>
internal sealed class WrapperLevel
{
    private readonly long[] _values = new long[MemberNames.WrapperCount];

    /// <summary>What it is.</summary>
    internal enum Form
    {
        /// <summary>Values one after the other, as in a file or a text.</summary>
        Sequence,

        /// <summary>An array's elements.</summary>
        Array,

        /// <summary>A wrapper's members.</summary>
        Object,
    }

    public Form Kind { get; private set; }

    /// <summary>The wrapper's member that it is the value of, or is an element of.</summary>
    public WrapperMember Member { get; private set; }

    /// <summary>Whether nothing of it was passed yet.</summary>
    public bool IsFirst { get; set; }

    /// <summary>Whether each member that can hold records is read; else those that <see cref="IsToRead"/> tells.</summary>
    public bool ReadsAll { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Begin(Form kind, WrapperMember member) => (Kind, Member, IsFirst) = (kind, member, true);

    /// <summary>Begins a wrapper.</summary>
    /// <param name="member">What it is the value of.</param>
    /// <param name="probe">What is known of it.</param>
    /// <param name="offsetOfData">Offset of the data that the probe looked at.</param>
    public void BeginObject(WrapperMember member, ObjectProbe probe, long offsetOfData)
    {
        Begin(Form.Object, member);
        ReadsAll = probe.IsLong;
        for (var i = 0; i < _values.Length && !ReadsAll; i++)
        {
            _values[i] = probe.Values[i] < 0 ? -1 : offsetOfData + probe.Values[i];
        }
    }

    /// <summary>Whether the value of the wrapper's member is to be read; where a member repeats, the last.</summary>
    public bool IsToRead(WrapperMember member, long offset) => _values[(int)member] == offset;
}
