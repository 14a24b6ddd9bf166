namespace Spoor.Catalog.Definitions;

/// <summary>A name and a value of TBLPROPERTIES, SERDEPROPERTIES or DBPROPERTIES, as written.</summary>
public sealed record Property(string Name, string Value);
