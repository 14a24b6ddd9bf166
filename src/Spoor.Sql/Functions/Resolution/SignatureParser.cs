using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>Reads a declaration such as <c>max_by(V, K) V, K:orderable -> V</c>; <c>docs/how-to/add-a-function.md</c> describes the notation.</summary>
internal static class SignatureParser
{
    private const string Arrow = "->";
    private const string Variadic = "...";
    private const string Nondeterministic = "nondeterministic";

    /// <summary>The declaration; a mistake in it is ours.</summary>
    public static FunctionDeclaration Parse(string line)
    {
        var arrow = FindArrow(line);
        var text = line[..arrow].TrimEnd().Replace(Variadic, "", StringComparison.Ordinal);
        var open = line.IndexOf('(', StringComparison.Ordinal);
        var reader = new TypeTextReader(line, open + 1);
        var parameters = ReadParameters(reader, out var isVariadic);
        var variables = ParseVariables(line[reader.Position..arrow]);

        var resultReader = new TypeTextReader(line, arrow + Arrow.Length);
        var result = resultReader.ReadType();
        var isDeterministic = !resultReader.TryTake(Nondeterministic);
        if (!resultReader.IsAtEnd())
        {
            throw new UnreachableException($"Malformed signature: {line}");
        }

        return new FunctionDeclaration(
            text,
            variables,
            parameters.Select(parameter => ToFormal(parameter, variables)).ToValueList(),
            isVariadic,
            ToFormal(result, variables),
            isDeterministic);
    }

    private static int FindArrow(string line)
    {
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        return arrow > 0 ? arrow : throw new UnreachableException($"Signature without result: {line}");
    }

    private static List<TypeText> ReadParameters(TypeTextReader reader, out bool isVariadic)
    {
        var parameters = new List<TypeText>();
        isVariadic = false;
        if (reader.TryTake(")"))
        {
            return parameters;
        }

        do
        {
            parameters.Add(reader.ReadType());
        }
        while (reader.TryTake(","));

        isVariadic = reader.TryTake(Variadic);
        return reader.TryTake(")") ? parameters : throw new UnreachableException("Signature without closing parenthesis.");
    }

    private static ValueList<TypeVariable> ParseVariables(string text) => text
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(variable => variable.Split(':'))
        .Select(parts => new TypeVariable(parts[0], parts.Contains("comparable"), parts.Contains("orderable"), parts.Contains("row<*>")))
        .ToValueList();

    private static FormalType ToFormal(TypeText text, ValueList<TypeVariable> variables)
    {
        if (variables.Any(variable => variable.Name.Equals(text.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return new FormalVariable(text.Name);
        }

        if (text.Name == "any")
        {
            return new FormalAny();
        }

        var arguments = text.Arguments.Select(argument => ToFormal(argument, variables)).ToValueList();
        if (text.Name == "function" || arguments.Any(argument => argument is not FormalFixed))
        {
            return new FormalGeneric(text.Name, arguments);
        }

        return text.Lengths.Any(length => !length.All(char.IsAsciiDigit))
            ? new FormalLengths(text.Name, text.WithTimeZone, text.Lengths)
            : new FormalFixed(SqlTypeText.ToSqlType(text));
    }
}
