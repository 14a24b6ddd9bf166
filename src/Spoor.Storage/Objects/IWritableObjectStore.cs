using Spoor.Core.Errors;

namespace Spoor.Storage.Objects;

/// <summary>Objects that can also be written. Stores that only choose what is read of another, as reports do, are none of these.</summary>
/// <remarks>An object appears as a whole or not at all: a write that fails or is cancelled leaves nothing that a listing or a read could find.</remarks>
public interface IWritableObjectStore : IObjectStore
{
    /// <summary>Writes an object.</summary>
    /// <param name="name">Its name; the key has no empty parts, <c>.</c> or <c>..</c> between its slashes.</param>
    /// <param name="content">Read from where it stands to its end, once, and not disposed. It may be of any length.</param>
    /// <param name="condition">What must be there.</param>
    /// <param name="cancellationToken">Gives the write up. Where it is too late for that, the object is there as a whole.</param>
    /// <returns>What was written; null when the condition was not met, and nothing was.</returns>
    /// <exception cref="QueryException">The object cannot be written, or the store does not keep conditions.</exception>
    Task<WrittenObject?> TryWriteAsync(ObjectName name, Stream content, WriteCondition condition, CancellationToken cancellationToken);

    /// <summary>Removes an object; one that is not there is no error.</summary>
    /// <exception cref="QueryException">It cannot be removed.</exception>
    Task DeleteAsync(ObjectName name, CancellationToken cancellationToken);
}
