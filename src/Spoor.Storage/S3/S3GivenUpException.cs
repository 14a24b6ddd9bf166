namespace Spoor.Storage.S3;

/// <summary>Too little came for too long.</summary>
internal sealed class S3GivenUpException(string message) : Exception(message);
