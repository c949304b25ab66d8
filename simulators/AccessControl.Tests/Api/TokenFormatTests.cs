namespace PairingLab.AccessControl.Tests.Api;

/// <summary>Tokens that are right though they look otherwise than most.</summary>
public sealed class TokenFormatTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    private long Now => macs.Now.ToUnixTimeSeconds();

    public async ValueTask InitializeAsync() => macs = await RunningMacs.StartAsync(null, null, "SN-1");

    public ValueTask DisposeAsync() => macs.DisposeAsync();

    /// <summary>RFC 9110, 11.1.</summary>
    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public Task The_scheme_has_no_case(string scheme) => AnswersAsync(scheme, macs.Token("SN-1"));

    /// <summary>RFC 7519, 2 (NumericDate) and 5.1.</summary>
    [Theory]
    [InlineData("""{"alg":"RS256","typ":"JWT"}""", """{"sub":"SN-1","iat":NOW.5,"exp":END.25}""")]
    [InlineData("""{"alg":"RS256","typ":"jwt"}""", """{"sub":"SN-1","iat":NOW.0,"exp":END}""")]
    [InlineData("""{"alg":"RS256","typ":"application/jwt"}""", """{"sub":"SN-1","iat":NOW,"exp":END}""")]
    public Task Fractions_of_a_second_and_any_case_of_the_type_are_right(string header, string payload) =>
        AnswersAsync("Bearer", Tokens.Sign(
            header,
            payload.Replace("NOW", $"{Now}", StringComparison.Ordinal).Replace("END", $"{Now + 60}", StringComparison.Ordinal),
            RunningMacs.KeyOf("SN-1")));

    private async Task AnswersAsync(string scheme, string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{macs.Address}/pos/whitelisted_pans");
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {token}");
        ((int)(await http.SendAsync(request)).StatusCode).ShouldBe(200);
    }
}
