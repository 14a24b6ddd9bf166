using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>What is known of one argument before the function is chosen.</summary>
public abstract record CallArgument;

/// <summary>An argument whose type is known.</summary>
public sealed record TypedArgument(SqlType Type) : CallArgument;

/// <summary>A lambda. Its body can only be typed once its parameters' types follow from the other arguments.</summary>
/// <param name="ParameterCount">Number of parameters written.</param>
/// <param name="ResultType">Types the body for given parameter types and returns its result type; may throw <see cref="QueryException"/>.</param>
public sealed record LambdaArgument(int ParameterCount, Func<ValueList<SqlType>, SqlType> ResultType) : CallArgument;
