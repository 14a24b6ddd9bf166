using Spoor.Catalog.Definitions;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Engine.Executors;
using Spoor.Engine.Executors.Direct;
using Spoor.Engine.Executors.DuckDb.Running;
using Spoor.Engine.Planning;
using Spoor.Engine.Planning.Sources;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Engine.Statements;
using Spoor.Engine.Statements.Definitions;
using Spoor.Engine.Tables.Contract;
using Spoor.Sql.Analysis;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using Spoor.Sql.Tables;
using Spoor.Storage.Objects;

namespace Spoor.Engine;

/// <summary>Runs statements: parse, analyze, plan, execute. One engine serves many statements, at the same time too.</summary>
public sealed class QueryEngine : IAsyncDisposable
{
    private static readonly StoredTables s_none = new();

    private readonly Lazy<DuckDbDatabase> _database;
    private readonly DuckDbConditionEvaluator _evaluator;
    private readonly ExecutorChoice _executors;
    private int _storedCount;
    private Task? _opening;
    private bool _isDisposed;

    /// <summary>An engine over a catalog, which it disposes with itself, and the objects that the catalog's tables name.</summary>
    public QueryEngine(ICatalog catalog, IObjectStore objects, EngineOptions options)
    {
        Catalog = catalog;
        Objects = objects;
        Options = options;
        _database = new Lazy<DuckDbDatabase>(() => new DuckDbDatabase(options));
        _evaluator = new DuckDbConditionEvaluator(_database);
        _executors = new ExecutorChoice(new DirectExecutor(options.ThreadCount), new DuckDbExecutor(_database));
    }

    /// <summary>Begins to load the executor's native library on another thread, for a process whose first statement is near. It takes as long as reading a command line does.</summary>
    public static void BeginLoading() => DuckDbDatabase.BeginLoading();

    /// <summary>The catalog that statements read and change.</summary>
    public ICatalog Catalog { get; }

    /// <summary>Where the tables' data lies.</summary>
    public IObjectStore Objects { get; }

    /// <summary>The engine's limits.</summary>
    public EngineOptions Options { get; }

    /// <summary>Starts one statement. Errors of parsing, analysis and planning are thrown here, those of the run by the batches.</summary>
    /// <exception cref="QueryException">The statement or its data is at fault.</exception>
    public Task<QueryResult> ExecuteAsync(string sql, QuerySession session, CancellationToken cancellationToken) =>
        ExecuteAsync(SqlParser.ParseStatement(sql), new StatementContext(Catalog, Objects, session, sql), parameters: null, cancellationToken);

    /// <summary>What lies where a table's objects are, found out by listing alone.</summary>
    /// <param name="table">A table of the catalog.</param>
    /// <param name="enough">Ends the listing early; what was found by then is the answer.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was found; null for a table that is not made of objects.</returns>
    /// <exception cref="QueryException">There is no such table, or its objects cannot be listed.</exception>
    public async Task<ReadSurvey?> SurveyAsync(TableName table, CancellationToken enough, CancellationToken cancellationToken)
    {
        SqlFragment sql = $"SELECT 1 FROM {SqlFragment.Name(table.Database)}.{SqlFragment.Name(table.Table)}";
        var plan = await PlanAsync(sql.ToString(), new QuerySession(table.Database), cancellationToken);
        var context = ContextOf(plan);
        return plan.Reads is [var read] && await read.SurveyAsync(context, enough, cancellationToken) is { } survey ? survey with { Hints = context.Statistics.Hints } : null;
    }

    /// <summary>Begins a session's own tables, for <see cref="QuerySession.Tables"/>. The caller disposes of them.</summary>
    public SessionTables OpenTables() => new(this, Drop);

    /// <summary>Runs a query and keeps its rows in the session's tables, where its later queries read them as table <c>session.name</c>. Replaces a table of the same name.</summary>
    /// <returns>What was read.</returns>
    /// <exception cref="QueryException">The query or its data is at fault.</exception>
    /// <exception cref="ArgumentException">The session keeps no tables of this engine.</exception>
    public Task<ScanStatistics> MaterializeAsync(string name, string sql, QuerySession session, CancellationToken cancellationToken) =>
        MaterializeAsync(name, sql, session, following: null, cancellationToken);

    /// <summary>The same, with records that others lead to.</summary>
    /// <param name="name">The table.</param>
    /// <param name="sql">The query.</param>
    /// <param name="session">Its settings.</param>
    /// <param name="following">
    /// Which records the query's scan of logs also gives, because those that meet its conditions lead to them: <c>"$followed"</c> is true for these. Null for none. To be used with a
    /// query that reads one table of Spoor's own over logs, and lets the rows through that were followed.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="QueryException">The query or its data is at fault.</exception>
    public async Task<ScanStatistics> MaterializeAsync(string name, string sql, QuerySession session, ScanFollowing? following, CancellationToken cancellationToken)
    {
        var tables = TablesOf(session);
        var plan = await PlanAsync(SqlParser.ParseQuery(sql), session, parameters: null, cancellationToken);
        var table = NewStoredName();
        var context = ContextOf(plan) with { Following = following };
        await using var query = new DuckDbQuery(_database.Value, plan, context, cancellationToken);
        await query.StoreAsync(table, plan.Columns.Count);
        Store(tables, name, new StoredTable(table, plan.Columns));
        return context.Statistics;
    }

    /// <summary>Names a query over rows that the session keeps, which later queries read as table <c>session.name</c>: it becomes a part of each. Replaces a table of the same name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="sql">The query; names without a database are those of <c>session</c>.</param>
    /// <param name="session">Whose rows they are.</param>
    /// <exception cref="QueryException">The query is at fault.</exception>
    /// <exception cref="ArgumentException">It reads other tables too, or the session keeps no tables of this engine.</exception>
    public void Define(string name, string sql, QuerySession session)
    {
        var stored = TablesOf(session);
        var query = SqlParser.ParseQuery(sql);
        if (!CatalogSnapshot.TryTake(query, Catalog, stored, out var tables))
        {
            throw new ArgumentException("A query that reads objects cannot be named; MaterializeAsync keeps its rows.", nameof(sql));
        }

        var now = TimeProvider.System.GetUtcNow();
        var bound = QueryAnalyzer.Analyze(query, new AnalysisContext(tables, TableName.DefaultCatalog, StoredTables.Database, now));
        var plan = Plan(bound, new QuerySession(StoredTables.Database) { Tables = session.Tables }, now, tables);
        Store(stored, name, new StoredTable("", plan.Columns) { ViewText = sql });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        if (_opening is { } opening)
        {
            await Task.WhenAny(opening); // What it threw, the statement did.
        }

        if (_database.IsValueCreated)
        {
            _database.Value.Dispose();
        }

        // SQLite's last connection moves what was written from its log into the file, so that a copy of the file alone is complete.
        (Catalog as IDisposable)?.Dispose();
    }

    private string NewStoredName() => $"stored{Interlocked.Increment(ref _storedCount)}";

    private void Store(StoredTables tables, string name, StoredTable table)
    {
        if (tables.Set(name.ToLowerInvariant(), table) is { } previous)
        {
            Drop([previous]);
        }
    }

    /// <summary>Drops the rows of tables that no name leads to any more. An engine that ended has none.</summary>
    private void Drop(IReadOnlyList<StoredTable> tables)
    {
        var held = tables.Where(table => table.ViewText is null).ToList();
        if (held.Count == 0 || _isDisposed)
        {
            return;
        }

        using var connection = _database.Value.Connect();
        foreach (var table in held)
        {
            connection.Execute($"DROP TABLE {table.ExecutorName}");
        }
    }

    private StoredTables TablesOf(QuerySession session) => session.Tables is { } tables && ReferenceEquals(tables.Engine, this)
        ? tables.Stored
        : throw new ArgumentException("The session keeps no tables of this engine; OpenTables begins them.", nameof(session));

    private StoredTables StoredOf(QuerySession session) => session.Tables is null ? s_none : TablesOf(session);

    private Task<QueryResult> ExecuteAsync(Statement statement, StatementContext context, ValueList<Expression>? parameters, CancellationToken cancellationToken) => statement switch
    {
        QueryStatement query => RunQueryAsync(query.Query, context.Session, parameters, cancellationToken),
        Explain explain => ExplainAsync(explain, context, parameters, cancellationToken),
        Execute execute => ExecutePreparedAsync(execute, context, cancellationToken),
        _ => StatementDispatcher.RunAsync(statement, context, cancellationToken),
    };

    private async Task<QueryResult> RunQueryAsync(Query query, QuerySession session, ValueList<Expression>? parameters, CancellationToken cancellationToken)
    {
        // Opening takes as long as analysis does: both at the same time.
        _opening ??= Task.Run(() => _ = _database.Value, CancellationToken.None);
        var plan = await PlanAsync(query, session, parameters, cancellationToken);
        return await _executors.RunAsync(plan, ContextOf(plan), cancellationToken);
    }

    /// <summary>Plans a query without running it.</summary>
    internal Task<QueryPlan> PlanAsync(string sql, QuerySession session, CancellationToken cancellationToken) =>
        PlanAsync(SqlParser.ParseQuery(sql), session, parameters: null, cancellationToken);

    // On the pool, so that whoever starts a statement has its thread back at once: analysis and pruning compute, and a catalog may block.
    private Task<QueryPlan> PlanAsync(Query query, QuerySession session, ValueList<Expression>? parameters, CancellationToken cancellationToken) =>
        Task.Run(() => AnalyzeAndPlanAsync(query, session, parameters, cancellationToken), cancellationToken);

    // The catalog is asked first, as it may be slow; analysis and planning are computation alone.
    private async Task<QueryPlan> AnalyzeAndPlanAsync(Query query, QuerySession session, ValueList<Expression>? parameters, CancellationToken cancellationToken)
    {
        var now = session.StartedAt ?? TimeProvider.System.GetUtcNow();
        var tables = await CatalogSnapshot.TakeAsync(query, TableName.DefaultCatalog, session.Database, Catalog, StoredOf(session), cancellationToken);
        var bound = QueryAnalyzer.Analyze(query, new AnalysisContext(tables, TableName.DefaultCatalog, session.Database, now, parameters));
        await tables.ReadPartitionsAsync(cancellationToken);
        return Plan(bound, session, now, tables);
    }

    private QueryPlan Plan(BoundQuery bound, QuerySession session, DateTimeOffset now, CatalogSnapshot tables) =>
        new QueryPlanner(tables, StoredOf(session), _evaluator, now) { BadData = session.BadData, CountsDuplicates = session.CountsDuplicates }.Plan(bound);

    /// <summary>What one run of a plan works with. Each counts anew, what planning found out included.</summary>
    internal ReadContext ContextOf(QueryPlan plan)
    {
        var context = new ReadContext(Objects, new ScanStatistics(), _evaluator);
        foreach (var read in plan.Reads)
        {
            read.Announce(context.Statistics);
        }

        return context;
    }

    private async Task<QueryResult> ExplainAsync(Explain explain, StatementContext context, ValueList<Expression>? parameters, CancellationToken cancellationToken)
    {
        if (explain.IsAnalyze)
        {
            throw new QueryException(
                ErrorCode.NotSupported, explain.Span, "EXPLAIN ANALYZE is not supported", "EXPLAIN shows the plan; run the query itself to see what it reads.");
        }

        if (explain.Statement is not QueryStatement query)
        {
            throw new QueryException(ErrorCode.NotSupported, explain.Span, "EXPLAIN is supported for queries only");
        }

        if (explain.Options.FirstOrDefault(option => !IsPlanAsText(option)) is { } unknown)
        {
            throw new QueryException(ErrorCode.NotSupported, unknown.Span, $"EXPLAIN ({unknown.Name} {unknown.Value}) is not supported", "Plain EXPLAIN shows the plan as text.");
        }

        var plan = await PlanAsync(query.Query, context.Session, parameters, cancellationToken);
        var reading = ContextOf(plan);
        var sizes = new List<string?>();
        foreach (var read in plan.Reads)
        {
            sizes.Add(await read.MeasureAsync(reading, cancellationToken));
        }

        var lines = TextResult.Lines(StatementKind.Dml, "Query Plan", PlanText.Lines(plan, sizes));
        return new QueryResult(lines.Kind, lines.Columns, lines.Batches, reading.Statistics);
    }

    // The forms of EXPLAIN that ask for what it shows anyway.
    private static bool IsPlanAsText(ExplainOption option) =>
        (option.Name.ToUpperInvariant(), option.Value.ToUpperInvariant()) is ("FORMAT", "TEXT") or ("TYPE", "LOGICAL" or "DISTRIBUTED");

    private async Task<QueryResult> ExecutePreparedAsync(Execute execute, StatementContext context, CancellationToken cancellationToken)
    {
        var name = execute.Name.Value.ToLowerInvariant();
        var prepared = await Catalog.FindPreparedStatementAsync(name, cancellationToken)
            ?? throw new QueryException(ErrorCode.NotFound, execute.Name.Span, $"Prepared statement not found: {name}", "PREPARE makes one.");
        var text = prepared.Value.Text;
        return await ExecuteAsync(SqlParser.ParseStatement(text), context with { Text = text }, execute.Arguments, cancellationToken);
    }
}
