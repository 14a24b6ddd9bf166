using System.Runtime.CompilerServices;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Executors.DuckDb.Printing;
using Spoor.Engine.Executors.DuckDb.Scans;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Planning;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Tables.Contract;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>A plan running in DuckDB: its connection, its scans, and what stops them.</summary>
internal sealed class DuckDbQuery : IAsyncDisposable
{
    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _connection;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _interrupt;
    private readonly Dictionary<int, long> _scanIds = [];
    private readonly List<PendingScan> _scans = [];
    private readonly SemaphoreSlim _turn = new(1);
    private readonly DuckStatement _query;
    private readonly QueryThread _thread;
    private DuckDbResult? _result;
    private bool _isDisposed;

    /// <summary>A query that has not started. The token stops it at any time.</summary>
    public DuckDbQuery(DuckDbDatabase database, QueryPlan plan, ReadContext context, CancellationToken cancellationToken)
    {
        _database = database;
        _connection = database.Connect();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _interrupt = _stop.Token.Register(_connection.Interrupt);
        foreach (var (read, number) in plan.Reads.Select((read, number) => (read, number)))
        {
            var columns = read.Output.Select(symbol => new ScanResultColumn(ExpressionPrinter.Name(symbol), symbol.Type)).ToValueList();
            var pending = new PendingScan(columns, () => read.Start(context, _stop.Token), _stop.Token);
            _scans.Add(pending);
            _scanIds.Add(number, database.Scans.Add(pending));
        }

        _query = DuckWriter.Write(new RelationPrinter(scan => _scanIds[scan.Number]).PrintQuery(plan.Relation));
        _thread = new QueryThread(); // Last: a constructor that fails leaves none behind.
    }

    /// <summary>The plan in DuckDB's SQL.</summary>
    public string Sql => _query.Text;

    /// <summary>Binds and starts the query.</summary>
    /// <exception cref="QueryException">DuckDB cannot run it.</exception>
    public Task StartAsync(ValueList<ResultColumn> columns) => RunAsync(() =>
    {
        _result = _connection.Query(_query, columns.Select(column => column.Type).ToValueList());
        return (object?)null;
    });

    /// <summary>Runs the query's rows into a table of the database, whose columns are named by position.</summary>
    /// <exception cref="QueryException">The run failed.</exception>
    public async Task StoreAsync(string table, int columnCount)
    {
        await RunAsync(() =>
        {
            _connection.Run(_query.IntoTable(table, Enumerable.Range(0, columnCount).Select(RelationPrinter.Position)));
            return (object?)null;
        });
        await StopScansAsync();
    }

    /// <summary>The rows as they come.</summary>
    public async IAsyncEnumerable<RowBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var registration = cancellationToken.Register(_connection.Interrupt);
            if (await RunAsync(() => _result?.Next()) is not { } batch)
            {
                await StopScansAsync();
                yield break;
            }

            try
            {
                yield return batch;
            }
            finally
            {
                batch.Release();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _turn.WaitAsync();
        if (!_isDisposed)
        {
            _isDisposed = true;

            // Disposing the result waits for DuckDB's threads to let go of the scans.
            await _thread.RunAsync(() =>
            {
                _result?.Dispose();
                return (object?)null;
            });
            _thread.Dispose();
            await _interrupt.DisposeAsync();
            _connection.Dispose();
            foreach (var id in _scanIds.Values)
            {
                _database.Scans.Remove(id);
            }

            _stop.Dispose();
        }

        _turn.Release();
    }

    private Task StopScansAsync() => Task.WhenAll(_scans.Select(scan => scan.StopAsync()));

    /// <summary>DuckDB's calls block, so they run on the query's own thread; one at a time.</summary>
    private async Task<T?> RunAsync<T>(Func<T?> run)
        where T : class
    {
        // Not cancellable: the call that holds the turn ends at once when the query is stopped.
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return await _thread.RunAsync(run);
        }
        catch (DuckDbException error)
        {
            _stop.Token.ThrowIfCancellationRequested();
            _scans.ForEach(scan => scan.ThrowIfFailed());
            throw ErrorTranslation.ToQueryException(error);
        }
        finally
        {
            _turn.Release();
        }
    }
}
