namespace Spoor.Sql.Functions.Signatures;

/// <summary>Functions of the session and the system: https://trino.io/docs/456/functions/uuid.html, https://trino.io/docs/456/functions/system.html</summary>
internal static class SystemFunctions
{
    public const string Signatures = """
        uuid() -> uuid nondeterministic
        version() -> varchar
        """;
}
