using Spoor.Audit.Logs;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Lineage;

/// <summary>The statements of lineage and of what rests on it, one file per question, with what was asked filled in.</summary>
internal sealed class AuditStatements(LineageRequest request)
{
    /// <summary>The statement in <c>Queries/NAME.sql</c> beside the type; <c>{pool}</c> and the like become literals.</summary>
    public SqlFragment Read(Type owner, string name) => Read(owner, name, []);

    /// <summary>The statement in <c>Queries/NAME.sql</c> of lineage itself.</summary>
    public SqlFragment Read(string name) => Read(typeof(AuditStatements), name);

    /// <summary>The reading of the logs: the records that meet <c>Queries/signals_condition.sql</c>, and those that the scan follows from them.</summary>
    public SqlFragment ReadRecords() => Read(typeof(AuditStatements), "records", ("condition", Read("signals_condition")));

    /// <summary>A statement that goes one link further than the table <paramref name="previous"/>.</summary>
    public SqlFragment ReadLink(string name, string previous, int depth) => Read(typeof(AuditStatements), name, ("previous", SqlFragment.Name(previous)), ("depth", $"{depth}"));

    /// <summary>A column of JSON without the secrets that stand in requests and answers. Nothing that is kept may hold one, under whatever escapes.</summary>
    public static SqlFragment Masked(SqlFragment column) =>
        $"regexp_replace({Plain(column)}, '(?i)\"(sessionToken|secretAccessKey|secretKey|idToken|accessToken|refreshToken|webIdentityToken|samlAssertion|token|password)\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"', '\"$1\":\"***\"')";

    /// <summary>
    /// An expiration as ISO text. It is written as Jan 19, 2023 5:55:08 PM (with any kind of blank, and by newer services with a comma behind the year), as ISO
    /// text or in seconds; what is none of these stays.
    /// </summary>
    private static SqlFragment IsoText(SqlFragment column)
    {
        SqlFragment plain = $"trim(regexp_replace(regexp_replace({column}, '[\\s\\u00A0\\u202F]+', ' '), '([0-9]{{4}}), ', '$1 '))";
        return $$"""
            coalesce(
                regexp_extract({{plain}}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*$'),
                date_format(TRY(date_parse({{plain}}, '%b %e, %Y %l:%i:%s %p')), '%Y-%m-%dT%H:%i:%sZ'),
                date_format(TRY(from_unixtime(TRY_CAST({{plain}} AS double))), '%Y-%m-%dT%H:%i:%sZ'),
                {{plain}})
            """;
    }

    private SqlFragment Read(Type owner, string name, params (string Name, SqlFragment Sql)[] others) =>
        StatementTemplate.Beside(owner, name).Fill(place => Array.Find(others, other => other.Name == place.Phrase).Sql ?? Expand(place.Phrase, SqlFragment.Written(place.Column)));

    /// <summary>JSON text in which escapes hide nothing that is searched for: those of printable characters that need none are resolved.</summary>
    private static SqlFragment Plain(SqlFragment column) => $$"""
        CASE
            WHEN strpos({{column}}, '\u00') > 0
                THEN regexp_replace(
                    {{column}},
                    '(\\[^u/]|\\u00(?:[01][0-9A-Fa-f]|22|5[Cc]))|\\(/)|\\u00([2-7][0-9A-Fa-f])',
                    part -> CASE WHEN part[3] IS NOT NULL THEN chr(from_base(part[3], 16)) ELSE coalesce(part[2], part[1]) END)
            ELSE {{column}}
        END
        """;

    private SqlFragment? Expand(string phrase, SqlFragment column) => phrase switch
    {
        "pool" => $"{request.Pool}",
        "role" => $"{request.Role}",
        "masked" => Masked(column),
        "access of" =>
            $"CASE WHEN strpos({column}, '\"authenticated\"') > 0 THEN 'authenticated' WHEN strpos({column}, '\"unauthenticated\"') > 0 THEN 'guest' END",
        "ISO text of" => IsoText(column),
        "plain" => Plain(column),
        "before the end of" => (request.Window with { From = null }).Condition(column),
        "in the window" => request.Window.Condition(column),
        "in reach of" => request.Reach.Condition(column),
        "is a service" => $"coalesce({column} LIKE '%.amazonaws.com' OR {column} LIKE '%.amazonaws.com.cn' OR {column} = 'AWS Internal', false)",
        "is a client" => $"coalesce(NOT regexp_like(trim({column}), '^(\\[?aws-internal\\b.*|\\[?AWS Internal\\]?|[^ ]*\\.amazonaws\\.com(\\.cn)?|)$'), false)",
        "rank of" => $"CASE {column} WHEN 'authenticated' THEN 2 WHEN 'guest' THEN 1 ELSE 0 END",
        _ => null,
    };
}
