using Spoor.Conformance.Text;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Conformance;

/// <summary>Every error code is provoked by a case, or it stands here why not and what does.</summary>
public class ErrorCodeCoverageTests
{
    private static readonly Dictionary<ErrorCode, string> s_withoutCase = new()
    {
        [ErrorCode.AmbiguousFunctionCall] = "Its sentence lists the candidates: FunctionResolverTests.",
        [ErrorCode.StackOverflow] = "Its statements are too long to read: LargeStatementTests.",
        [ErrorCode.ExceededLocalMemoryLimit] = "Depends on the machine: ErrorTranslationTests.",
        [ErrorCode.UserCanceled] = "Needs a person: ErrorTranslationTests, InterruptTests.",
        [ErrorCode.GenericUserError] = "No statement gives it, a watch does: TrailWatchTests.",
        [ErrorCode.GenericInternalError] = "Would be a fault of ours: ErrorTranslationTests.",
        [ErrorCode.HiveCannotOpenSplit] = "Needs an object that vanishes: HostileInputTests, S3ObjectStoreTests.",
        [ErrorCode.HiveFilesystemError] = "Needs a store that refuses: S3AnswerTests, LocalBucketStoreTests.",
        [ErrorCode.HiveInvalidMetadata] = "Needs a damaged catalog: SqlTypeTextTests.",
    };

    [Fact]
    public void Every_error_code_has_a_case_or_a_reason_to_have_none()
    {
        var provoked = CaseLibrary.Names().SelectMany(CaseLibrary.Read).Select(single => single.Expected).OfType<ExpectedError>().Select(error => error.Code).ToHashSet();

        var missing = Enum.GetValues<ErrorCode>().Where(code => !provoked.Contains(code.ToTrinoName()));
        Assert.Equal(s_withoutCase.Keys.Order(), missing);
    }
}
