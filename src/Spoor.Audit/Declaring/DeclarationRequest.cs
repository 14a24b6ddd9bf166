using Spoor.Storage.Objects;

namespace Spoor.Audit.Declaring;

/// <summary>What <see cref="TrailSurvey"/> is asked for.</summary>
/// <param name="Logs">A folder or an <c>s3://</c> prefix.</param>
/// <param name="Location">The <c>s3://</c> name under which Athena finds what lies in <paramref name="Logs"/>; null for the name that it has, which a folder has not.</param>
/// <param name="TableName">The table, or the first of them.</param>
public sealed record DeclarationRequest(string Logs, ObjectName? Location, string TableName)
{
    /// <summary>Whether queries have to name the accounts, so that new accounts are in the table without a new DDL (a projection of type <c>injected</c>).</summary>
    public bool InjectsAccounts { get; init; }
}
