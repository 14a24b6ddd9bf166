namespace Spoor.Storage.Objects;

/// <summary>An object that was written.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="ETag">Of this version: what <see cref="WriteCondition.IfUnchanged"/> takes.</param>
public sealed record WrittenObject(ObjectName Name, long Size, string ETag);
