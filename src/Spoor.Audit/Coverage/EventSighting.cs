using System.Runtime.InteropServices;

namespace Spoor.Audit.Coverage;

/// <summary>Where an <c>eventID</c> was seen. Written to disk as it is in memory.</summary>
/// <param name="Id">The id (<see cref="Spoor.CloudTrail.Scan.Formats.CloudTrail.Identity.EventIdKey"/>).</param>
/// <param name="Content">What the record says: the same in a copy of it, another in a record that only has the same id.</param>
/// <param name="Position">Offset of the record in its object.</param>
/// <param name="Object">Number of the object.</param>
/// <param name="Part">Number of the part that the record counts in.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct EventSighting(Guid Id, long Content, long Position, int Object, int Part);
