namespace Spoor.Storage.Objects;

/// <summary>An object that was opened for reading from its start.</summary>
/// <param name="Stream">Its bytes as stored; the receiver disposes of it.</param>
/// <param name="IsFromCache">Whether they come from the local cache and not from the store.</param>
public readonly record struct OpenedObject(Stream Stream, bool IsFromCache);
