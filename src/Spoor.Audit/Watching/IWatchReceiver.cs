namespace Spoor.Audit.Watching;

/// <summary>Someone who is told of sessions and findings.</summary>
public interface IWatchReceiver
{
    /// <summary>Under which the state remembers what it was told.</summary>
    string Name { get; }

    /// <summary>The last line that the receiver has for sure, where it can tell; called once, before the first delivery.</summary>
    /// <param name="delivered">What the state knows: the receiver has at least the lines up to this.</param>
    /// <param name="pending">The lines behind it, which it may have or not.</param>
    long Resume(long delivered, IReadOnlyList<WatchLine> pending) => delivered;

    /// <summary>Tells of lines, in order. When it returns, the receiver has them.</summary>
    /// <exception cref="IOException">It could not be told, and will be again.</exception>
    Task DeliverAsync(IReadOnlyList<WatchLine> lines, CancellationToken cancellationToken);
}
