using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Spoor.Engine.Results.Rows;

namespace Spoor.Audit.Logs;

/// <summary>Where the columns that a reader knows by name stand in an answer: <c>SourceIp</c> is the column <c>source_ip</c>, wherever the statement has it.</summary>
/// <typeparam name="TColumn">The columns, numbered from 0.</typeparam>
internal sealed partial class AnswerColumns<TColumn>
    where TColumn : struct, Enum
{
    private readonly int[] _places;

    /// <summary>Looks the columns up, once for an answer.</summary>
    /// <exception cref="UnreachableException">The statement lacks one of them, or has one that its reader does not know: they were written for each other.</exception>
    public AnswerColumns(IReadOnlyList<ResultColumn> columns)
    {
        var names = Enum.GetNames<TColumn>().Select(name => WordStart().Replace(name, "_$0").ToLowerInvariant()).ToList();
        _places = [.. names.Select(name => PlaceOf(name, columns))];
        if (columns.Count != names.Count)
        {
            throw new UnreachableException($"{typeof(TColumn).Name} does not have the columns {string.Join(", ", columns.Select(column => column.Name).Except(names))}.");
        }
    }

    /// <summary>Place of a column.</summary>
    public int this[TColumn column] => _places[Unsafe.BitCast<TColumn, int>(column)];

    private static int PlaceOf(string name, IReadOnlyList<ResultColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == name)
            {
                return i;
            }
        }

        throw new UnreachableException($"The statement for {typeof(TColumn).Name} has no column {name}.");
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
