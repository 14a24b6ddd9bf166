using System.Buffers;
using System.Text.Json;
using Spoor.Catalog;
using Spoor.Sql;
using Spoor.Testing;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>Runs the cases of Trino's own tests through the engine.</summary>
internal sealed class CaseRunner : IAsyncDisposable
{
    private readonly QueryEngine _engine = new(new MemoryCatalog(), new MemoryObjectStore(), new EngineOptions(Threads: 1));

    /// <summary>Why a case fails; null when it agrees.</summary>
    public async Task<CaseDifference?> RunAsync(JsonElement testCase, CancellationToken cancellationToken)
    {
        var sql = Text(testCase, "sql")!; // Every case has one.
        try
        {
            var rows = await RowsAsync(sql, cancellationToken);
            if (IsError(testCase))
            {
                return new CaseDifference($"no error, but {string.Join("; ", rows)}", IsMissingError: true);
            }

            return Compare(rows, await ExpectedRowsAsync(testCase, cancellationToken), testCase.TryGetProperty("ordered", out _));
        }
        catch (QueryException error)
        {
            var difference = IsError(testCase) ? CheckError(testCase, error) : $"{error.Code.ToTrinoName()}: {error.Message}";
            return difference is null ? null : new CaseDifference(difference);
        }
#pragma warning disable CA1031 // One case that crashes must not hide the others.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new CaseDifference($"crash: {error.GetType().Name}: {error.Message}");
        }
    }

    /// <summary>Why an example of the documentation fails; null when it agrees.</summary>
    public async Task<string?> RunExampleAsync(JsonElement example, CancellationToken cancellationToken)
    {
        var expected = Text(example, "expected")!; // Examples of kind scalar have one.
        try
        {
            var shown = await TextAsync(Text(example, "sql")!, cancellationToken);
            return shown == expected || Plain(shown) == Plain(expected) ? null : $"expected {expected} but got {shown}";
        }
        catch (QueryException error)
        {
            return $"{error.Code.ToTrinoName()}: {error.Message}";
        }
#pragma warning disable CA1031 // As in RunAsync.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return $"crash: {error.GetType().Name}: {error.Message}";
        }
    }

    /// <summary>The first value of the first row in Athena's text form; <c>NULL</c> for NULL.</summary>
    public async Task<string> TextAsync(string sql, CancellationToken cancellationToken)
    {
        await using var result = await _engine.ExecuteAsync(sql, new QuerySession(), cancellationToken);
        var text = "";
        await foreach (var batch in result.Batches)
        {
            text = batch.GetText(0, 0) ?? "NULL";
        }

        return text;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task<List<string>> ExpectedRowsAsync(JsonElement testCase, CancellationToken cancellationToken)
    {
        if (testCase.TryGetProperty("expected", out var value))
        {
            return [CaseValue.OfExpected(value)];
        }

        return testCase.TryGetProperty("expected_rows", out var rows) && rows.GetInt32() == 0
            ? []
            : await RowsAsync(Text(testCase, "expected_sql") ?? throw new InvalidOperationException("A case without an expectation."), cancellationToken);
    }

    private static CaseDifference? Compare(List<string> rows, List<string> expected, bool isOrdered)
    {
        var isEqual = isOrdered ? rows.SequenceEqual(expected) : rows.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal));
        return isEqual ? null : new CaseDifference($"expected {string.Join("; ", expected)} but got {string.Join("; ", rows)}", IsOfRows: true);
    }

    private static bool IsError(JsonElement testCase) => testCase.EnumerateObject().Any(member => member.Name.StartsWith("error", StringComparison.Ordinal));

    private static string? CheckError(JsonElement testCase, QueryException error)
    {
        var code = Text(testCase, "error_code");
        if (code is not null && code != error.Code.ToTrinoName())
        {
            return $"expected {code} but got {error.Code.ToTrinoName()}: {error.Message}";
        }

        var words = Text(testCase, "error_contains");
        if (words is not null && !error.MessageWithPlace.Contains(words, StringComparison.Ordinal))
        {
            return $"expected an error with {words} but got {error.Code.ToTrinoName()}: {error.MessageWithPlace}";
        }

        var message = Text(testCase, "error");
        return message is null || message == error.Message || message == error.MessageWithPlace
            ? null
            : $"expected the error {message} but got {error.Code.ToTrinoName()}: {error.MessageWithPlace}";
    }

    // The pages show texts and json now bare, now as literals, and map entries with an arrow.
    private static string Plain(string shown) => shown
        .Replace("JSON '", "'", StringComparison.Ordinal)
        .Replace("'", "", StringComparison.Ordinal)
        .Replace(" -> ", "=", StringComparison.Ordinal)
        .Replace("null", "NULL", StringComparison.Ordinal);

    private static string? Text(JsonElement testCase, string name) => testCase.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The rows of a query, each as one text; a row of one column is that of its value.</summary>
    public async Task<List<string>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        await using var result = await _engine.ExecuteAsync(sql, new QuerySession(), cancellationToken);
        var rows = new List<string>();
        await foreach (var batch in result.Batches)
        {
            for (var row = 0; row < batch.RowCount; row++)
            {
                var values = new List<string>();
                for (var column = 0; column < result.Columns.Count; column++)
                {
                    var output = new ArrayBufferWriter<byte>();
                    await using (var writer = new Utf8JsonWriter(output))
                    {
                        batch.WriteJson(column, row, writer);
                    }

                    using var document = JsonDocument.Parse(output.WrittenMemory);
                    values.Add(CaseValue.OfResult(document.RootElement, result.Columns[column].Type));
                }

                rows.Add(values.Count == 1 ? values[0] : $"({string.Join(", ", values)})");
            }
        }

        return rows;
    }
}
