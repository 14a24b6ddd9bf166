using Spoor.Catalog.Definitions;
using Spoor.Core.Text;
using Spoor.Engine.Sessions;
using Spoor.Storage.Objects;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>What a DDL or utility statement works on.</summary>
/// <param name="Catalog">Where definitions are.</param>
/// <param name="Objects">Where the tables' data lies.</param>
/// <param name="Session">The settings under which the statement runs.</param>
/// <param name="Text">The statement as written; its nodes' places are places in it.</param>
internal sealed record StatementContext(ICatalog Catalog, IObjectStore Objects, QuerySession Session, string Text)
{
    /// <summary>What <c>now()</c> means.</summary>
    public DateTimeOffset Now => Session.StartedAt ?? TimeProvider.System.GetUtcNow();

    /// <summary>The part of the text at a place.</summary>
    public string TextAt(TextSpan span) => Text.Substring(span.Start, span.Length);
}
