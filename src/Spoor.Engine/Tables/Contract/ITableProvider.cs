using Spoor.Core.Errors;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Contract;

/// <summary>A table that queries can read, whatever its rows are made of: objects in a store, rows at hand, the catalog's own contents.</summary>
internal interface ITableProvider
{
    /// <summary>Its columns, hidden ones included.</summary>
    TableSchema Schema { get; }

    /// <summary>Plans a read. It looks at no data, and says of each conjunct what the read does with it.</summary>
    /// <param name="request">What the query wants.</param>
    /// <param name="planning">What planning knows and can find out.</param>
    /// <exception cref="QueryException">The table cannot be read, or not so.</exception>
    PlannedRead Plan(ReadRequest request, PlanningContext planning);
}
