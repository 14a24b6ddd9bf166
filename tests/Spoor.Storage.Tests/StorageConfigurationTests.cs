using Spoor.Core.Errors;
using Spoor.Storage.Local;
using Spoor.Storage.S3;
using Spoor.Testing;
using Xunit;

namespace Spoor.Storage.Tests;

public sealed class StorageConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _current = new();
    private readonly TemporaryFolder _home = new();

    public void Dispose()
    {
        _current.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void Option_wins_over_current_folder_and_that_over_home()
    {
        _current.Write("spoor.json", """{ "buckets": { "a": { "folder": "current-a" }, "b": { "folder": "current-b" } } }""");
        _home.Write("spoor.json", """{ "buckets": { "b": { "folder": "home-b" }, "c": { "folder": "/absolute/c" } } }""");

        var configuration = StorageConfiguration.Read(["a=option=a"], _current.Path, _home.Path);

        Assert.Equal(
            [
                new BucketConfiguration("a", Path.Combine(_current.Path, "option=a")),
                new BucketConfiguration("b", Path.Combine(_current.Path, "current-b")),
                new BucketConfiguration("c", Path.GetFullPath("/absolute/c")),
            ],
            configuration.Buckets);
    }

    [Fact]
    public void Bucket_of_a_file_may_have_s3_settings_unless_an_option_names_a_folder()
    {
        _current.Write("spoor.json", """{ "buckets": { "a": { "region": "eu-west-1", "pathStyle": true }, "b": { "profile": "audit" } } }""");

        var configuration = StorageConfiguration.Read(["b=folder"], _current.Path, homeFolder: null);

        Assert.Equal([new S3BucketConfiguration("a", new S3Settings { Region = "eu-west-1", PathStyle = true })], configuration.S3Buckets);
        Assert.Equal([new BucketConfiguration("b", Path.Combine(_current.Path, "folder"))], configuration.Buckets);
    }

    [Fact]
    public void Settings_of_all_buckets_and_the_spill_folder_come_from_the_nearest_file()
    {
        _current.Write("spoor.json", """{ "s3": { "silenceSeconds": 5, "region": "eu-west-1" } }""");
        _home.Write("spoor.json", """{ "s3": { "silenceSeconds": 7, "leastBytesPerSecond": 100.5, "giveUpSeconds": 60 }, "spillFolder": "work" }""");

        var configuration = StorageConfiguration.Read([], _current.Path, _home.Path);

        Assert.Equal(new S3Settings { Region = "eu-west-1", SilenceSeconds = 5, LeastBytesPerSecond = 100.5, GiveUpSeconds = 60 }, configuration.S3Defaults);
        Assert.Equal(Path.Combine(_home.Path, "work"), configuration.SpillFolder);
    }

    [Theory]
    [InlineData("trail")]
    [InlineData("=folder")]
    [InlineData("trail=")]
    [InlineData("s3://trail=folder")]
    public void Option_of_another_form_is_refused(string option)
    {
        var error = Assert.Throws<QueryException>(() => StorageConfiguration.Read([option], _current.Path, homeFolder: null));

        Assert.Equal($"'{option}' is not a bucket", error.Message);
    }

    [Fact]
    public void Option_given_twice_is_refused()
    {
        var error = Assert.Throws<QueryException>(() => StorageConfiguration.Read(["a=x", "a=y"], _current.Path, homeFolder: null));

        Assert.Equal("Bucket 'a' is given twice", error.Message);
    }

    [Theory]
    [InlineData("{\n  \"buckets\": }", "(2,14): not valid JSON")]
    [InlineData("[]", ": $ is not an object")]
    [InlineData("""{ "bucket": {} }""", ": $.bucket is not a known property")]
    [InlineData("""{ "buckets": { "a": "x" } }""", ": $.buckets.a is not an object")]
    [InlineData("""{ "buckets": { "a": {} } }""", ": $.buckets.a has no folder")]
    [InlineData("""{ "buckets": { "a": { "folder": 1 } } }""", ": $.buckets.a.folder is not a string")]
    [InlineData("""{ "buckets": { "a": { "folder": "x", "region": "y" } } }""", ": $.buckets.a is a folder and has S3 settings")]
    [InlineData("""{ "buckets": { "a": { "pathStyle": 1 } } }""", ": $.buckets.a.pathStyle is not true or false")]
    [InlineData("""{ "buckets": { "a": { "path": "x" } } }""", ": $.buckets.a.path is not a known property")]
    [InlineData("""{ "s3": { "folder": "x" } }""", ": $.s3.folder is not a known property")]
    [InlineData("""{ "s3": { "giveUpSeconds": 0 } }""", ": $.s3.giveUpSeconds is not a number above 0")]
    [InlineData("""{ "buckets": { "a": { "silenceSeconds": "30" } } }""", ": $.buckets.a.silenceSeconds is not a number above 0")]
    [InlineData("""{ "spillFolder": true }""", ": $.spillFolder is not a string")]
    public void Wrong_file_is_named_with_the_place(string json, string expected)
    {
        var file = _current.Write("spoor.json", json);

        var error = Assert.Throws<QueryException>(() => StorageConfiguration.Read([], _current.Path, homeFolder: null));

        Assert.Equal(file + expected, error.Message);
    }
}
