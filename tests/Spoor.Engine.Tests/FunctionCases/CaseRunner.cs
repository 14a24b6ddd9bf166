using System.Buffers;
using System.Text.Json;
using Spoor.Catalog.Stores;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Sessions;
using Spoor.Testing;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>Runs the cases of Trino's own tests and of its documentation through the engine.</summary>
internal sealed class CaseRunner : IAsyncDisposable
{
    private readonly QueryEngine _engine = new(new MemoryCatalog(), new MemoryObjectStore(), new EngineOptions(Threads: 1));

    /// <summary>How the answer to a case differs from the one expected; null when it agrees.</summary>
    public async Task<CaseDifference?> RunAsync(TrinoCase one, CancellationToken cancellationToken)
    {
        var isErrorExpected = IsError(one.Content);
        try
        {
            // Examples of the documentation have a kind, and their expected value as a text.
            return one.Content.TryGetProperty("kind", out _)
                ? CompareTexts(Text(one.Content, "expected")!, await TextAsync(one.Sql, cancellationToken))
                : CompareRows(await RowsAsync(one.Sql, cancellationToken), isErrorExpected ? null : await ExpectedRowsAsync(one.Content, cancellationToken), one.Content.TryGetProperty("ordered", out _));
        }
        catch (QueryException error)
        {
            var difference = isErrorExpected ? CheckError(one.Content, error) : $"{error.Code.ToTrinoName()}: {error.Message}";
            return difference is null ? null : new CaseDifference(CaseOutcome.Error, difference);
        }
#pragma warning disable CA1031 // One case that crashes must not hide the others.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new CaseDifference(CaseOutcome.Error, $"crash: {error.GetType().Name}: {error.Message}");
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

    private static CaseDifference? CompareRows(List<string> rows, List<string>? expected, bool isOrdered)
    {
        if (expected is null)
        {
            return new CaseDifference(CaseOutcome.NoError, $"no error, but {string.Join("; ", rows)}");
        }

        var isEqual = isOrdered ? rows.SequenceEqual(expected) : rows.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal));
        return isEqual ? null : new CaseDifference(CaseOutcome.Value, $"expected {string.Join("; ", expected)} but got {string.Join("; ", rows)}");
    }

    private static CaseDifference? CompareTexts(string expected, string shown) =>
        shown == expected || Plain(shown) == Plain(expected) ? null : new CaseDifference(CaseOutcome.Value, $"expected {expected} but got {shown}");

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
