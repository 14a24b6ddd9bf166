using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Sql.Tables;

namespace Spoor.Engine.Statements.Definitions;

/// <summary>Statements that write to the catalog what they made from something read there: read, compute, compare and set.</summary>
internal static class CatalogChange
{
    // One other process makes one change between our reading and writing, so as many would have to come in turn. Beyond it, something else is wrong.
    private const int MostTries = 1000;

    /// <summary>Makes a change that depends on what the catalog holds, again from what is there now whenever another has changed it in between.</summary>
    /// <param name="tryChange">Reads what is there, checks the statement against it and writes; false when it was changed meanwhile.</param>
    /// <param name="located">The table, when the change says where its objects lie.</param>
    /// <exception cref="QueryException">What <paramref name="tryChange"/> throws; HiveMetastoreError when others change it all the time.</exception>
    public static async Task<QueryResult> MakeAsync(Func<Task<bool>> tryChange, TableName? located = null)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tryChange())
            {
                return TextResult.Done(located);
            }
        }

        throw new QueryException(
            ErrorCode.HiveMetastoreError,
            span: null,
            $"The definition was changed by others each of the {MostTries} times that it was to be written",
            "Nothing was changed. Run the statement again when the others are done.");
    }
}
