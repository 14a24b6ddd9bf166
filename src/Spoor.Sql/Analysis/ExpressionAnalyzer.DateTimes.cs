using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    private BoundCall AnalyzeAtTimeZone(AtTimeZone node)
    {
        var value = Analyze(node.Value);
        SqlType zoned = value.Type switch
        {
            TimestampType timestamp => timestamp with { WithTimeZone = true },
            TimeType time => time with { WithTimeZone = true },
            _ => throw new QueryException(ErrorCode.TypeMismatch, Place.Of(node.Value), $"Type of value must be a time or timestamp with or without time zone (actual {value.Type})"),
        };
        return BuildCall("at_timezone", [Coercion.To(value, zoned), Analyze(node.Zone)], node.Span);
    }

    private BoundCall AnalyzeExtract(Extract node)
    {
        var value = Analyze(node.Value);
        var (function, isAllowed) = node.Field switch
        {
            "YEAR" => ("year", IsDateOrTimestamp(value.Type) || value.Type.Equals(ScalarTypes.IntervalYearToMonth)),
            "MONTH" => ("month", IsDateOrTimestamp(value.Type) || value.Type.Equals(ScalarTypes.IntervalYearToMonth)),
            "DAY" => ("day", IsDateOrTimestamp(value.Type) || value.Type.Equals(ScalarTypes.IntervalDayToSecond)),
            "QUARTER" => ("quarter", IsDateOrTimestamp(value.Type)),
            "WEEK" => ("week", IsDateOrTimestamp(value.Type)),
            "DAY_OF_MONTH" => ("day_of_month", IsDateOrTimestamp(value.Type)),
            "DAY_OF_WEEK" or "DOW" => ("day_of_week", IsDateOrTimestamp(value.Type)),
            "DAY_OF_YEAR" or "DOY" => ("day_of_year", IsDateOrTimestamp(value.Type)),
            "YEAR_OF_WEEK" or "YOW" => ("year_of_week", IsDateOrTimestamp(value.Type)),
            "HOUR" or "MINUTE" or "SECOND" => (node.Field.ToLowerInvariant(), value.Type is TimestampType or TimeType || value.Type.Equals(ScalarTypes.IntervalDayToSecond)),
            "TIMEZONE_HOUR" or "TIMEZONE_MINUTE" => (node.Field.ToLowerInvariant(), value.Type is TimestampType { WithTimeZone: true } or TimeType { WithTimeZone: true }),
            _ => throw new QueryException(ErrorCode.SyntaxError, node.Span, $"Invalid EXTRACT field: {node.Field}"),
        };
        return isAllowed
            ? BuildCall(function, [value], node.Span)
            : throw new QueryException(ErrorCode.TypeMismatch, Place.Of(node.Value), $"Cannot extract {node.Field} from {value.Type}");
    }

    private static bool IsDateOrTimestamp(SqlType type) => type is TimestampType || type.Equals(ScalarTypes.Date);

    private BoundCall AnalyzeTrim(Trim node)
    {
        var name = node.Side switch
        {
            TrimSide.Leading => "ltrim",
            TrimSide.Trailing => "rtrim",
            _ => "trim",
        };
        return AnalyzeCall(name, node.Characters is null ? [node.Source] : [node.Source, node.Characters], node.Span);
    }

    private BoundLiteral AnalyzeCurrentValue(CurrentValue node)
    {
        var startedAt = State.Context.StartedAt;
        var precision = node.Precision ?? 3;
        return node.Name switch
        {
            "current_date" => Now.Date(startedAt, node.Span),
            "current_timestamp" => Now.Timestamp(startedAt, precision, withTimeZone: true, node.Span),
            "localtimestamp" => Now.Timestamp(startedAt, precision, withTimeZone: false, node.Span),
            "current_time" => Now.Time(startedAt, precision, withTimeZone: true, node.Span),
            "localtime" => Now.Time(startedAt, precision, withTimeZone: false, node.Span),
            "current_catalog" => new BoundLiteral(_relations.Catalog, VarcharType.Unbounded, node.Span),
            "current_schema" => new BoundLiteral(_relations.Database, VarcharType.Unbounded, node.Span),
            "current_user" or "current_path" => new BoundLiteral("", VarcharType.Unbounded, node.Span),
            _ => throw new QueryException(ErrorCode.NotSupported, node.Span, $"{node.Name.ToUpperInvariant()} is not supported"),
        };
    }
}
