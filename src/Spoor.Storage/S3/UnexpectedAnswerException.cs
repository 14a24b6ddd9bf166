using Spoor.Core.Errors;

namespace Spoor.Storage.S3;

/// <summary>An answer that S3 would not give: of a sign-in page, a proxy, another service, or a server at fault. Another try would hardly bring another one.</summary>
/// <param name="message">What came.</param>
/// <param name="hint">What to do; null for a look at who answers.</param>
internal sealed class UnexpectedAnswerException(string message, Hint? hint = null) : Exception(message)
{
    /// <summary>What to do next.</summary>
    public Hint Hint { get; } = hint ?? $"Something else may answer in place of S3, such as a proxy or a sign-in page: check the network and {Setting.EndpointUrl:*|the endpoint}.";
}
