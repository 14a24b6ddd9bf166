using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>Something that the variables of a signature must satisfy for a call.</summary>
internal abstract record BindingConstraint;

/// <summary>A type variable stands where a value of that type is given.</summary>
internal sealed record VariableConstraint(TypeVariable Variable, SqlType Actual) : BindingConstraint;

/// <summary>A type with length variables stands where a value of that type is given.</summary>
internal sealed record LengthsConstraint(FormalLengths Formal, SqlType Actual) : BindingConstraint;

/// <summary>A function type stands where a lambda is given.</summary>
internal sealed record LambdaConstraint(FormalGeneric Formal, CallArgument Actual) : BindingConstraint;

/// <summary>The given type must be, or coerce to, the declared one once its variables are known.</summary>
internal sealed record RelationConstraint(FormalType Formal, SqlType Actual, bool AllowsCoercion) : BindingConstraint;

/// <summary>The state of a constraint after a round; the greatest of all decides how to go on.</summary>
internal enum BindingProgress
{
    Satisfied,
    NotSatisfied,
    Changed,
    Unsolvable,
}
