namespace Spoor.Catalog.Definitions;

/// <summary>A statement that is kept under a name.</summary>
/// <param name="Name">Lower-case.</param>
/// <param name="Text">As written.</param>
public sealed record PreparedStatement(string Name, string Text);
