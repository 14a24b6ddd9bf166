using System.Reflection;
using Spoor.Core.Collections;
using Spoor.Sql.Analysis.Nodes;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

/// <summary>Makes a node of any kind: inputs are single rows, lists are empty, all else has its default.</summary>
internal static class SmallestNode
{
    /// <summary>A node of the kind, made by its public constructor.</summary>
    public static object Make(Type kind)
    {
        var constructor = kind.GetConstructors().Single(candidate => candidate.IsPublic);
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Argument(parameter.ParameterType))]);
    }

    private static object? Argument(Type type) =>
        type == typeof(BoundRelation) ? new BoundSingleRow()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? EmptyList(type)
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    private static object? EmptyList(Type type) =>
        typeof(SmallestNode).GetMethod(nameof(Empty), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, null); // It stands below.

    private static ValueList<T> Empty<T>() => [];
}
