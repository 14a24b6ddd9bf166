using System.Reflection;
using System.Runtime.CompilerServices;

namespace Spoor.Testing;

/// <summary>What an assembly offers to others, a line for each type and member: what changes there changes somebody's code.</summary>
public static class PublicApi
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(uint)] = "uint",
        [typeof(char)] = "char",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The lines, in an order that does not depend on the files.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(type => Members(type).Order(StringComparer.Ordinal).Prepend(Describe(type)))];

    private static string Describe(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var parent = type.BaseType is { } found && !type.IsValueType && found != typeof(object) && found != typeof(MulticastDelegate) ? $" : {Name(found)}" : "";
        return $"{kind} {type.Namespace}.{Name(type)}{parent}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"  {name}");
        }

        var fields = type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(field => $"  {(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}");
        var properties = type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsOffered) && property.Name != "EqualityContract").Select(Describe);
        var methods = type.GetMethods(Declared).Where(method => IsOffered(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsGenerated(method))
            .Select(method => $"  {(method.IsStatic ? "static " : method is { IsAbstract: true, DeclaringType.IsInterface: false } ? "abstract " : "")}{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})");
        var constructors = type.GetConstructors(Declared).Where(made => IsOffered(made) && !IsGenerated(made)).Select(made => $"  new({Parameters(made)})");
        return [.. fields, .. properties, .. methods, .. constructors];
    }

    private static string Describe(PropertyInfo property)
    {
        var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var accessors = $"{(property.GetMethod is { } get && IsOffered(get) ? " get;" : "")}{(property.SetMethod is { } set && IsOffered(set) ? isInit ? " init;" : " set;" : "")}";
        var isStatic = property.GetAccessors(nonPublic: true)[0].IsStatic;
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(parameter => Name(parameter.ParameterType)))}]" : "";
        return $"  {(isStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name}{index} {{{accessors} }}";
    }

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsGenerated(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || method.Name.Contains('<', StringComparison.Ordinal);

    private static string Generic(MethodInfo method) => method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " : "")}{(parameter.HasDefaultValue ? parameter.DefaultValue ?? "default" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray || type.IsPointer)
        {
            var element = type.GetElementType()!; // Types of these kinds have one.
            return type.IsByRef ? Name(element) : $"{Name(element)}{(type.IsArray ? "[]" : "*")}";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Name(value)}?";
        }

        var name = s_keywords.GetValueOrDefault(type) ?? (type.IsGenericParameter ? type.Name : type.Name.Split('`')[0]);
        var own = type.IsNested && !type.IsGenericParameter && type.DeclaringType is { } outer ? $"{Name(outer)}.{name}" : name;
        return type.IsGenericType ? $"{own}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : own;
    }
}
