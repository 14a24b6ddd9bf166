using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Core.Types;

namespace Spoor.Catalog.Projections;

/// <summary>Values that each query names.</summary>
internal sealed class InjectedProjection : ProjectedColumn
{
    private InjectedProjection(Column column)
        : base(column)
    {
    }

    public override bool IsInjected => true;

    public static InjectedProjection Create(Column column, ProjectionProperties properties) =>
        column.Type is VarcharType or CharType
            ? new InjectedProjection(column)
            : throw properties.Failed($"Unsupported column type: {column.Type}", "An injected column is a string.");

    public override IEnumerable<string> Values(DateTimeOffset now) => throw new QueryException(
        ErrorCode.ConstraintViolation,
        span: null,
        $"For the injected projected partition column {Name}, the WHERE clause must contain only static equality conditions, and at least one such condition must be present.",
        $"Add AND {Name} = '...' (or IN with a list of texts).");

    public override bool Contains(string value, DateTimeOffset now) => true;
}
