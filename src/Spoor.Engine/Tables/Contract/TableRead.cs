using Spoor.CloudTrail.Scan.Contract;
using Spoor.Core.Collections;
using Spoor.Engine.Planning.Sources;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Tables.Contract;

/// <summary>How a table is read: data that can be printed, compared, planned twice and run many times. What changes while it runs comes with the <see cref="ReadContext"/>.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Output">One symbol per delivered column, in the order of the scan's writers.</param>
internal abstract record TableRead(TableName Table, ValueList<Symbol> Output)
{
    /// <summary>What EXPLAIN shows below the read, line by line.</summary>
    public abstract IEnumerable<string> Describe();

    /// <summary>How much the read would read, found out without reading it, for EXPLAIN; null where that is not known.</summary>
    public virtual Task<string?> MeasureAsync(ReadContext context, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>What lies where the read would look, found out by listing; null when that is not a place with objects.</summary>
    /// <param name="context">Where its hints go: what lies elsewhere when nothing is found.</param>
    /// <param name="enough">Ends the survey early; what was found by then is the answer.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public virtual Task<ReadSurvey?> SurveyAsync(ReadContext context, CancellationToken enough, CancellationToken cancellationToken) => Task.FromResult<ReadSurvey?>(null);

    /// <summary>Starts to read. Errors of the data come from the scan's readers.</summary>
    public abstract IObjectScan Start(ReadContext context, CancellationToken cancellationToken);

    /// <summary>The relation that gives the table's columns, over the read as number <paramref name="number"/> of the plan.</summary>
    public virtual BoundRelation ToRelation(int number) => new PlannedScan(Table, number, Output);

    /// <summary>Tells the statistics what planning found out, before the read starts.</summary>
    public virtual void Announce(ScanStatistics statistics)
    {
    }

    /// <summary>The same read with the first columns in another order; null when it has to keep its own.</summary>
    /// <param name="order">For each of the first columns, the present position of the one that shall stand there.</param>
    public virtual TableRead? Reordered(ValueList<int> order) => null;

    /// <summary>How many columns <see cref="Reordered"/> can put in order, from the first on.</summary>
    public virtual int ReorderableCount => 0;

    /// <summary>The same read, giving no more than so many rows, as nobody takes more; null when it cannot stop early.</summary>
    public virtual TableRead? Limited(long rows) => null;
}
