using Spoor.Audit.Cognito.Build;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Build;

/// <summary>The texts are those of AWS's documents and of catnekaise/detailed-explanation.md.</summary>
public sealed class LoginProvidersTests
{
    private const string UserPoolMethods = """["authenticated","cognito-idp.us-east-1.amazonaws.com/us-east-1_aaaaaaaaa","cognito-idp.us-east-1.amazonaws.com/us-east-1_aaaaaaaaa:CognitoSignIn:3d7c1a2b"]""";

    [Fact]
    public void Logins_name_providers_by_their_keys() =>
        Assert.Equal(["graph.facebook.com", "accounts.google.com"], LoginProviders.OfLogins("""{"graph.facebook.com":"HIDDEN_DUE_TO_SECURITY_REASONS","accounts.google.com":"HIDDEN_DUE_TO_SECURITY_REASONS"}"""));

    [Fact]
    public void Methods_of_a_user_pool_name_the_provider() =>
        Assert.Equal(["cognito-idp.us-east-1.amazonaws.com/us-east-1_aaaaaaaaa"], LoginProviders.OfMethods(UserPoolMethods));

    [Fact]
    public void Methods_of_GitHub_name_the_provider()
    {
        const string Methods = """["authenticated","token.actions.githubusercontent.com","arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com:OIDC:repo:catnekaise/example-repo:environment:dev"]""";
        Assert.Equal(["token.actions.githubusercontent.com"], LoginProviders.OfMethods(Methods));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""["unauthenticated"]""")]
    [InlineData("HIDDEN_DUE_TO_SECURITY_REASONS")]
    [InlineData("[\"authenticated\",")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    public void Other_texts_name_nobody(string? text)
    {
        Assert.Empty(LoginProviders.OfMethods(text));
        Assert.Empty(LoginProviders.OfLogins(text));
    }
}
