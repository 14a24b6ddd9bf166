namespace Spoor.Sql.Syntax.Lexing;

/// <summary>Words that either parser tests for; every other word is a plain name.</summary>
internal enum Keyword : short
{
    None,
    Add, After, All, Alter, Analyze, And, Any, Array, As, Asc, At,
    Bernoulli, Between, Both, Buckets, By,
    Cascade, Case, Cast, Change, Clustered, Collection, Column, Columns, Comment, Constraint, Count, Create, Cross, Cube, Current,
    CurrentCatalog, CurrentDate, CurrentPath, CurrentRole, CurrentSchema, CurrentTime, CurrentTimestamp, CurrentUser,
    Data, Database, Databases, Day, Dbproperties, Deallocate, Defined, Delete, Delimited, Desc, Describe, Distinct, Double, Drop,
    Else, End, Error, Escape, Escaped, Except, Execute, Exists, Explain, Extended, External, Extract,
    False, Fetch, Fields, Filter, First, Following, For, Format, Formatted, From, Full,
    Group, Grouping, Groups,
    Having, Hour,
    If, Ignore, In, Inner, Inputformat, Insert, Intersect, Interval, Into, Is, Items,
    Join, JsonArray, JsonExists, JsonObject, JsonQuery, JsonTable, JsonValue,
    Keys,
    Last, Lateral, Leading, Left, Like, Limit, Lines, Listagg, Localtime, Localtimestamp, Location,
    Map, MatchRecognize, Merge, Minute, Month, Msck,
    Natural, Next, Nfc, Nfd, Nfkc, Nfkd, No, Normalize, Not, Null, Nulls,
    Of, Offset, On, Only, Or, Order, Ordinality, Outer, Outputformat, Over, Overflow,
    Partition, Partitioned, Partitions, Position, Preceding, Precision, Prepare, Purge,
    Range, Recursive, Rename, Repair, Replace, Respect, Restrict, Right, Rollup, Row, Rows,
    Schema, Schemas, Second, Select, Serde, Serdeproperties, Set, Sets, Show, Skip, Some, Sorted, Stored, Struct, Substring, System,
    Table, Tables, Tablesample, Tblproperties, Terminated, Then, Ties, Time, Timestamp, To, Trailing, Trim, True, Truncate, TryCast, Type,
    Uescape, Unbounded, Union, Unload, Unnest, Update, Use, Using,
    Values, Verbose, Version, View, Views,
    Week, When, Where, Window, With, Within, Without,
    Year, Zone,
}
