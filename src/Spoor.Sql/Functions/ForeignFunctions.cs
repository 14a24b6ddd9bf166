namespace Spoor.Sql.Functions;

/// <summary>Functions of other dialects of SQL, and what they are called in Trino's.</summary>
internal static class ForeignFunctions
{
    private const string Coalesce = "It is called coalesce(x, y) here.";
    private const string Now = "The time is now(), the day current_date.";
    private const string Add = "Write x + INTERVAL '1' DAY, or date_add('day', 1, x); a day before is x - INTERVAL '1' DAY.";
    private const string Diff = "Write date_diff('day', earlier, later).";
    private const string Format = "Write date_format(x, '%Y-%m-%d'); a text such as eventtime is made a timestamp by from_iso8601_timestamp(x).";
    private const string Parse = "Write date_parse(x, '%Y-%m-%d %H:%i:%s'), or from_iso8601_timestamp(x) for a text such as 2024-01-31T00:00:00Z.";
    private const string Strings = "Write array_join(array_agg(x), ','), or listagg(x, ',') WITHIN GROUP (ORDER BY x).";
    private const string Position = "Write strpos(text, part), which gives 0 where there is none.";
    private const string Json = "Write json_extract_scalar(x, '$.field') for a text or a number, json_extract(x, '$.field') for JSON.";
    private const string Unnest = "Elements become rows by FROM t CROSS JOIN UNNEST(x) AS u (name).";
    private const string Contains = "Write strpos(text, part) > 0, or text LIKE '%part%'; contains(array, x) looks into a list.";
    private const string Tries = "Write TRY_CAST(x AS type), which gives NULL where that fails.";

    private static readonly Dictionary<string, string> s_hints = new(StringComparer.Ordinal)
    {
        ["ifnull"] = Coalesce,
        ["nvl"] = Coalesce,
        ["isnull"] = "Write x IS NULL for a condition, coalesce(x, y) for another value in its place.",
        ["nvl2"] = "Write IF(x IS NOT NULL, a, b).",
        ["zeroifnull"] = "Write coalesce(x, 0).",
        ["iff"] = "Write IF(condition, a, b).",
        ["iif"] = "Write IF(condition, a, b).",
        ["decode"] = "Write CASE x WHEN 'a' THEN 1 ELSE 0 END.",
        ["getdate"] = Now,
        ["sysdate"] = Now,
        ["getutcdate"] = Now,
        ["sysdatetime"] = Now,
        ["curdate"] = Now,
        ["today"] = Now,
        ["utc_timestamp"] = Now,
        ["unix_timestamp"] = "Write to_unixtime(now()), or to_unixtime(from_iso8601_timestamp(x)).",
        ["epoch"] = "Write to_unixtime(x).",
        ["dateadd"] = Add,
        ["date_sub"] = Add,
        ["timestampadd"] = Add,
        ["add_months"] = "Write x + INTERVAL '1' MONTH.",
        ["datediff"] = Diff,
        ["timestampdiff"] = Diff,
        ["datesub"] = Diff,
        ["months_between"] = "Write date_diff('month', earlier, later).",
        ["strftime"] = Format,
        ["datepart"] = "Write extract(HOUR FROM x), or hour(x).",
        ["date_part"] = "Write extract(HOUR FROM x), or hour(x).",
        ["datename"] = Format,
        ["strptime"] = Parse,
        ["to_timestamp_tz"] = Parse,
        ["str_to_date"] = Parse,
        ["parse_datetime_best_effort"] = Parse,
        ["make_date"] = "Write DATE '2024-01-31', or CAST(text AS date).",
        ["trunc"] = "Write truncate(x) for a number, date_trunc('day', x) for a time.",
        ["len"] = "It is called length(x) here; a list's is cardinality(x).",
        ["datalength"] = "It is called length(x) here.",
        ["array_length"] = "It is called cardinality(x) here.",
        ["list_count"] = "It is called cardinality(x) here.",
        ["size"] = "It is called cardinality(x) here.",
        ["charindex"] = Position,
        ["instr"] = Position,
        ["locate"] = Position,
        ["substring_index"] = "Write split_part(x, '/', 1), or element_at(split(x, '/'), -1) for the last.",
        ["ucase"] = "It is called upper(x) here.",
        ["lcase"] = "It is called lower(x) here.",
        ["left"] = "Write substr(x, 1, n).",
        ["right"] = "Write substr(x, -n).",
        ["string_agg"] = Strings,
        ["group_concat"] = Strings,
        ["wm_concat"] = Strings,
        ["list"] = "It is called array_agg(x) here.",
        ["collect_list"] = "It is called array_agg(x) here.",
        ["collect_set"] = "Write array_agg(DISTINCT x).",
        ["first"] = "Write min_by(x, time), or first_value(x) OVER (...).",
        ["last"] = "Write max_by(x, time), or last_value(x) OVER (...).",
        ["arg_max"] = "It is called max_by(x, y) here.",
        ["arg_min"] = "It is called min_by(x, y) here.",
        ["argmax"] = "It is called max_by(x, y) here.",
        ["argmin"] = "It is called min_by(x, y) here.",
        ["approx_count_distinct"] = "It is called approx_distinct(x) here.",
        ["uniq"] = "Write count(DISTINCT x).",
        ["median"] = "Write approx_percentile(x, 0.5).",
        ["quantile"] = "Write approx_percentile(x, 0.5).",
        ["percentile_cont"] = "Write approx_percentile(x, 0.5).",
        ["countif"] = "It is called count_if(condition) here.",
        ["get_json_object"] = Json,
        ["json_extract_string"] = Json,
        ["json_extract_path_text"] = Json,
        ["get_json_string"] = Json,
        ["parse_json"] = "It is called json_parse(x) here.",
        ["to_json"] = "Write json_format(CAST(x AS json)).",
        ["explode"] = Unnest,
        ["unnest"] = Unnest,
        ["list_contains"] = "It is called contains(array, x) here.",
        ["array_contains"] = "It is called contains(array, x) here.",
        ["has"] = "It is called contains(array, x) here.",
        ["contains_string"] = Contains,
        ["regexp_matches"] = "It is called regexp_like(x, 'pattern') here.",
        ["regexp_substr"] = "It is called regexp_extract(x, 'pattern') here.",
        ["regexp_contains"] = "It is called regexp_like(x, 'pattern') here.",
        ["to_number"] = "Write CAST(x AS bigint), or TRY_CAST, which gives NULL where that fails.",
        ["try_to_number"] = Tries,
        ["try_convert"] = Tries,
        ["safe_cast"] = Tries,
        ["convert"] = "Write CAST(x AS type).",
        ["string"] = "Write CAST(x AS varchar).",
        ["str"] = "Write CAST(x AS varchar).",
        ["newid"] = "It is called uuid() here.",
        ["gen_random_uuid"] = "It is called uuid() here.",
        ["rand_int"] = "It is called random(n) here.",
        ["host"] = "Addresses are compared by contains('10.0.0.0/8', CAST(x AS ipaddress)).",
    };

    /// <summary>The names for which there is advice, in small letters.</summary>
    public static IReadOnlyCollection<string> Names => s_hints.Keys;

    /// <summary>What to write in place of a function that Trino has not; null when the name is not known.</summary>
    /// <param name="name">In small letters.</param>
    public static string? Hint(string name) => s_hints.GetValueOrDefault(name);
}
