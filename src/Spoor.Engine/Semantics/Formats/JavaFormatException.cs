using Spoor.Engine.Semantics.Numbers;
using Spoor.Engine.Semantics.Time;

namespace Spoor.Engine.Semantics.Formats;

/// <summary>What is wrong with a format string, in the words of Java's own exceptions as Trino shows them.</summary>
internal sealed class JavaFormatException(string message) : Exception(message)
{
    internal static JavaFormatException UnknownConversion(char kind) => new($"UnknownFormatConversion: Conversion = '{kind}'");

    internal static JavaFormatException WrongArgument(char kind, object argument) => new($"IllegalFormatConversion: {kind} != {ClassName(argument)}");

    internal static JavaFormatException WrongFlag(char kind, char flag) => new($"FormatFlagsConversionMismatch: Conversion = {kind}, Flags = {flag}");

    private static string ClassName(object argument) => argument switch
    {
        bool => "java.lang.Boolean",
        long => "java.lang.Long",
        float => "java.lang.Float",
        double => "java.lang.Double",
        ExactNumber => "java.math.BigDecimal",
        JavaTime time => $"java.time.{time.Name}",
        _ => "java.lang.String",
    };
}
