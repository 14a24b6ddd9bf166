namespace Spoor.Samples.Records;

/// <summary>How much of its origin a session's records carry.</summary>
internal enum Statement
{
    /// <summary><c>webIdFederationData</c> names pool and identity.</summary>
    Stated,

    /// <summary>The record is older and has no <c>webIdFederationData</c>.</summary>
    Missing,

    /// <summary><c>webIdFederationData</c> is there and empty, as in every ordinary role session.</summary>
    Empty,
}
