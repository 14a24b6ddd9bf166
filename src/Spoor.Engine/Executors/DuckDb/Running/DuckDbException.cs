namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>An error in DuckDB's own words; <see cref="ErrorTranslation"/> makes it one for people.</summary>
internal sealed class DuckDbException(string message) : Exception(message);
