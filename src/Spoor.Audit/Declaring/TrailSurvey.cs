using System.Diagnostics;
using Spoor.Audit.Logs;
using Spoor.CloudTrail.Names;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Formats;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Storage.Objects;

namespace Spoor.Audit.Declaring;

/// <summary>Looks how logs lie, and says which tables fit them. It lists all objects and reads none.</summary>
public static class TrailSurvey
{
    /// <summary>The tables over the logs.</summary>
    /// <exception cref="QueryException">NotFound: there is no such folder, or no object lies as CloudTrail puts them. InvalidArguments: a folder without a location. Also errors of <paramref name="objects"/>.</exception>
    public static async Task<Declaration> FindAsync(DeclarationRequest request, IObjectStore objects, CancellationToken cancellationToken)
    {
        var isPrefix = ObjectName.TryParse(request.Logs, out var logs);
        var location = Folder(request.Location ?? logs ?? throw new QueryException(
            ErrorCode.InvalidArguments, null, $"'{request.Logs}' is a folder, and Athena's tables are over s3:// names", "Say under which name the same objects lie in S3."));
        var (store, table) = await LogsTable.OpenAsync(request.Logs, [], isPrefix ? objects : null, cancellationToken);
        // The table is one over objects.
        var listed = ObjectName.TryParse(table.Storage!.Location, out var place) ? place : throw new UnreachableException("The logs have no location.");
        var root = isPrefix ? Folder(logs!).Key : "";
        var found = new Dictionary<TrailTree, TrailTreeContent>();
        var (leftOut, outside) = (0L, 0L);
        await foreach (var page in store.ListAsync(listed, cancellationToken))
        {
            foreach (var entry in page.Select(entry => entry with { Name = location with { Key = location.Key + entry.Name.Key[root.Length..] } }))
            {
                if (ObjectSelection.ReasonToLeaveOut(entry, RecordFormat.LooseCloudTrail) is not null)
                {
                    leftOut++;
                }
                else if (!CloudTrailObjectName.TryParse(entry.Name.Key, out var name))
                {
                    outside++;
                }
                else
                {
                    // Parsed, so not null.
                    var tree = new TrailTree(name!.Prefix, name.OrganizationId, name.Kind);
                    (found.TryGetValue(tree, out var content) ? content : found[tree] = new TrailTreeContent()).Add(name);
                }
            }
        }

        return found.Count > 0 ? new Declaration(Tables(request, location.Bucket, found), leftOut, outside) : throw new QueryException(
            ErrorCode.NotFound,
            null,
            $"No object of '{request.Logs}' lies where CloudTrail puts its logs: {location}... has none of AWSLogs/[ORGANIZATION/]ACCOUNT/CloudTrail/REGION/yyyy/MM/dd/",
            "Partition projection needs these folders. Name the folder or prefix that holds AWSLogs/, or one in it under its whole name.");
    }

    private static ValueList<DeclaredTable> Tables(DeclarationRequest request, string bucket, Dictionary<TrailTree, TrailTreeContent> found)
    {
        var trees = found.Keys.OrderBy(tree => tree.Kind).ThenBy(tree => tree.AccountsFolder, StringComparer.Ordinal).ToValueList();
        var names = TrailDdl.Names(request.TableName, trees);
        return trees.Select((tree, index) =>
        {
            var content = found[tree];
            var statement = TrailDdl.Statement(names[index], bucket, tree, content, request.InjectsAccounts);
            return new DeclaredTable(statement, content.Objects, content.Accounts.ToValueList(), content.Regions.ToValueList(), content.FirstDay);
        }).ToValueList();
    }

    private static ObjectName Folder(ObjectName name) => name.Key.Length == 0 || name.Key.EndsWith('/') ? name : name with { Key = $"{name.Key}/" };
}
