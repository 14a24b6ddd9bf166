using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Tables;

namespace Spoor.Catalog.Definitions;

/// <summary>The catalog's sentences: Hive's, which Athena passes on from its DDL engine.</summary>
/// <seealso href="https://github.com/apache/hive/blob/rel/release-2.3.9/common/src/java/org/apache/hadoop/hive/ql/ErrorMsg.java"/>
public static class CatalogErrors
{
    private const string DdlTask = "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask.";

    /// <summary>A statement names a database that is not there.</summary>
    public static QueryException DatabaseNotFound(string database, TextSpan? span = null) =>
        new(ErrorCode.SchemaNotFound, span, $"FAILED: SemanticException [Error 10072]: Database does not exist: {database}", "SHOW DATABASES lists them.");

    /// <summary>CREATE DATABASE of one that is there.</summary>
    public static QueryException DatabaseExists(string database) =>
        new(ErrorCode.SchemaAlreadyExists, span: null, $"{DdlTask} Database {database} already exists", "IF NOT EXISTS leaves it as it is.");

    /// <summary>DROP DATABASE without CASCADE.</summary>
    public static QueryException DatabaseNotEmpty(string database) =>
        new(ErrorCode.SchemaNotEmpty, span: null, $"{DdlTask} InvalidOperationException(message:Database {database} is not empty. One or more tables exist.)", "CASCADE drops its tables too.");

    /// <summary>DROP DATABASE default.</summary>
    public static QueryException DefaultDatabaseStays() =>
        new(ErrorCode.NotSupported, span: null, $"{DdlTask} MetaException(message:Can not drop default database)");

    /// <summary>A statement names a table that is not there.</summary>
    public static QueryException TableNotFound(TableName table, TextSpan? span = null) =>
        new(ErrorCode.TableNotFound, span, $"FAILED: SemanticException [Error 10001]: Table not found {table.Database}.{table.Table}", $"SHOW TABLES IN {table.Database} lists them.");

    /// <summary>CREATE TABLE of one that is there.</summary>
    public static QueryException TableExists(TableName table) =>
        new(ErrorCode.TableAlreadyExists, span: null, $"{DdlTask} AlreadyExistsException(message:Table {table.Table} already exists.)", "IF NOT EXISTS leaves it as it is.");

    /// <summary>ADD PARTITION of one that is there; <paramref name="partition"/> is <c>a=1/b=2</c>.</summary>
    public static QueryException PartitionExists(string partition) =>
        new(ErrorCode.AlreadyExists, span: null, $"{DdlTask} AlreadyExistsException(message:Partition already exists: {partition})", "ADD IF NOT EXISTS leaves it as it is.");

    /// <summary>A partition that is not there.</summary>
    public static QueryException PartitionNotFound(string partition, TextSpan? span = null) =>
        new(ErrorCode.NotFound, span, $"FAILED: SemanticException [Error 10006]: Partition not found {partition}", "SHOW PARTITIONS lists them.");
}
