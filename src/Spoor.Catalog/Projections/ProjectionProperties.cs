using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;

namespace Spoor.Catalog.Projections;

/// <summary>The properties <c>projection.COLUMN.*</c> of a table.</summary>
/// <remarks>A wrong value is INVALID_TABLE_PROPERTY, as in Athena's troubleshooting guide; sentences are Trino's, property names Athena's.</remarks>
internal sealed class ProjectionProperties(Table table, string column)
{
    public const string Enabled = "projection.enabled";
    public const string LocationTemplate = "storage.location.template";

    /// <summary>The value, or null. Column names are compared ignoring case, because the catalog has lowered them.</summary>
    public string? Find(string suffix) =>
        table.Properties.FirstOrDefault(property => property.Name.Equals(FullName(suffix), StringComparison.OrdinalIgnoreCase))?.Value;

    public string Require(string suffix) => Find(suffix) ?? throw Failed($"Missing required property: '{FullName(suffix)}'");

    public string FullName(string suffix) => $"projection.{column}.{suffix}";

    public QueryException Failed(string reason, string? hint = null) => Invalid($"Column projection for column '{column}' failed. {reason}", hint);

    public QueryException InvalidValue(string suffix, string value, string hint) =>
        Failed($"Property: '{FullName(suffix)}' value '{value}' is invalid", hint);

    public static QueryException Invalid(string message, string? hint = null) => new(ErrorCode.InvalidTableProperty, span: null, message, hint);
}
