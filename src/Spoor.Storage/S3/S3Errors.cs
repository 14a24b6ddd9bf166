using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;

namespace Spoor.Storage.S3;

/// <summary>Turns what S3 and its client say into errors that tell people what to do.</summary>
internal static class S3Errors
{
    /// <summary>What to do about an object that changed.</summary>
    public const string ReadsNewVersion = "Run the query again; it then reads the new version.";

    /// <summary>The error of a listing.</summary>
    public static QueryException Listing(ObjectName prefix, Exception exception) => exception switch
    {
        QueryException error => error,
        AmazonS3Exception { ErrorCode: "NoSuchBucket" } => new(
            ErrorCode.HiveFilesystemError,
            null,
            $"The specified bucket does not exist: {prefix.Bucket}",
            $"Check its name and the endpoint, or name a folder that holds its objects{(Setting.Bucket, $"{prefix.Bucket}=FOLDER"):: *}.",
            exception),
        AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden, ErrorCode: not ("InvalidAccessKeyId" or "SignatureDoesNotMatch" or "RequestTimeTooSkewed") } => new(
            ErrorCode.HiveFilesystemError,
            null,
            $"Permission denied on S3 path: {prefix}",
            $"Reading logs takes s3:ListBucket on the bucket and s3:GetObject on its objects; other credentials are chosen with {Setting.Profile:*|another profile}.",
            exception),
        _ => new(ErrorCode.HiveFilesystemError, null, $"Failed to list {prefix}: {Reason(exception)}", HintOf(prefix.Bucket, exception), exception),
    };

    /// <summary>The error of a read that came as far as <paramref name="offset"/>.</summary>
    /// <param name="name">The object.</param>
    /// <param name="offset">Bytes that were read.</param>
    /// <param name="length">The object's length; null where it was not known.</param>
    /// <param name="exception">What happened.</param>
    public static QueryException Reading(ObjectName name, long offset, long? length, Exception exception) =>
        exception as QueryException
        ?? new(
            ErrorCode.HiveCannotOpenSplit,
            null,
            string.Create(CultureInfo.InvariantCulture, $"Error opening Hive split {name} (offset={offset}, length={(length ?? offset) - offset}): {Reason(exception)}"),
            HintOf(name.Bucket, exception),
            exception);

    /// <summary>The error of a write or a removal.</summary>
    /// <param name="what">The verb.</param>
    /// <param name="name">The object.</param>
    /// <param name="exception">What happened.</param>
    public static QueryException Changing(string what, ObjectName name, Exception exception) => exception switch
    {
        QueryException error => error,
        AmazonS3Exception { ErrorCode: "NoSuchBucket" } => Listing(name, exception),
        _ => new(
            ErrorCode.HiveFilesystemError,
            null,
            $"Failed to {what} {name}: {Reason(exception)}",
            exception is AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden, ErrorCode: "AccessDenied" or "Forbidden" or null }
                ? $"Writing takes s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload, and s3:GetObject where it depends on what is there; other credentials are chosen with {Setting.Profile:*|another profile}."
                : HintOf(name.Bucket, exception),
            exception),
    };

    /// <summary>What happened, without a full stop.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        AmazonS3Exception { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" } => "The specified key does not exist",
        AmazonS3Exception { StatusCode: HttpStatusCode.PreconditionFailed } => "The object changed after it was listed",
        AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden, ErrorCode: "AccessDenied" or "Forbidden" or null } => "Access Denied",
        AmazonS3Exception { StatusCode: HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.PermanentRedirect } => "The server redirects to another address, as sign-in pages do",
        // What the client says when there is no error of S3's in the answer, and when an answer leads away from an endpoint that is not AWS's.
        AmazonS3Exception { Message: var message, StatusCode: var status } when message.StartsWith("Error making request", StringComparison.Ordinal) =>
            string.Create(CultureInfo.InvariantCulture, $"The server answered {(int)status} {status} and nothing more"),
        ArgumentException { Message: var message } when message.StartsWith("Invalid S3 URI", StringComparison.Ordinal) => "The server redirects to another address",
        _ when LacksCredentials(exception) => "Unable to locate credentials",
        OperationCanceledException or TimeoutException => "The server did not answer in time",
        // The client's own sentence only points at its inner exception.
        { InnerException: { } inner } when exception is not AmazonS3Exception { ErrorCode: not null } => Reason(inner),
        _ => exception.Message.TrimEnd('.'),
    };

    private static Hint HintOf(string bucket, Exception exception) => exception switch
    {
        _ when Find<UnexpectedAnswerException>(exception) is { } unexpected => unexpected.Hint,
        S3GivenUpException => $"Check the network and {Setting.EndpointUrl:*|the endpoint}. For a slower link, leastBytesPerSecond, silenceSeconds and giveUpSeconds in spoor.json ask for less.",
        AmazonS3Exception { StatusCode: HttpStatusCode.NotFound } => "It was deleted after it was listed; run the query again.",
        AmazonS3Exception { StatusCode: HttpStatusCode.PreconditionFailed } => ReadsNewVersion,
        AmazonS3Exception { StatusCode: HttpStatusCode.Moved } or AmazonS3Exception { ErrorCode: "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" } =>
            $"Name the bucket's own region{Setting.Region:: * REGION} ('aws s3api head-bucket --bucket {bucket}' tells it).",
        AmazonS3Exception { ErrorCode: "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken" or "InvalidToken" } =>
            $"The credentials are not valid (any more): renew them, or choose others with {Setting.Profile:*|another profile}.",
        AmazonS3Exception { ErrorCode: "RequestTimeTooSkewed" } => "Set this machine's clock.",
        AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden } =>
            $"Reading takes s3:GetObject, and kms:Decrypt where the bucket is encrypted with a KMS key; other credentials are chosen with {Setting.Profile:*|another profile}.",
        _ when LacksCredentials(exception) =>
            $"Give {Setting.Profile:* NAME|a profile}, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or sign in with 'aws sso login'{Setting.NoSignRequest:; * reads a public bucket}{(Setting.Bucket, $"{bucket}=FOLDER"):, * a local folder}.",
        _ => $"Check the network, {Setting.EndpointUrl:*|the endpoint} and {Setting.Region:*|the region}, then run the query again.",
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception => exception is null or T ? (T?)exception : Find<T>(exception.InnerException);

    // The client throws its plain exception both for this and for failed transfers.
    private static bool LacksCredentials(Exception exception) =>
        exception is AmazonClientException
        && (exception.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) || exception.Message.Contains("metadata service", StringComparison.OrdinalIgnoreCase));
}
