using System.Text;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>What /lab-admin accepts is valid: a bad row would stop the taps of every card.</summary>
public sealed class LabAdminTests
{
    private const string Valid =
        """
        {"name":"R","validFrom":"2020-01-01T00:00:00Z","validTo":"2099-01-01T00:00:00Z","countries":["POL"],
         "cardholder":{"paid":{"fee":{"amount":10,"currency":"USD"}}},"adults":{"mostPerFlight":2,"free":{"most":1}}}
        """;

    [Theory]
    [InlineData("[\"POL\"]", "[null]", "countries, products")]
    [InlineData("[\"POL\"]", "[\"pol\"]", "country 'pol' must be a three-letter code in capitals")]
    [InlineData("[\"POL\"]", "null", "could not be converted")]
    [InlineData("\"USD\"", "\"usd\"", "a currency of ISO 4217")]
    [InlineData("\"USD\"", "null", "a currency of ISO 4217")]
    [InlineData("\"amount\":10", "\"amount\":79228162514264337593543950335", "at most 1000000000")]
    [InlineData("{\"amount\":10,\"currency\":\"USD\"}", "null", "a currency of ISO 4217")]
    [InlineData("\"mostPerFlight\":2", "\"mostPerFlight\":2,\"freeUnderAge\":-1", "adults.freeUnderAge must be from 0 to 99")]
    [InlineData("\"name\":\"R\"", "\"name\":null", "name is required")]
    public async Task A_ruleset_that_is_not_valid_is_refused(string right, string wrong, string why)
    {
        await using var macs = await RunningMacs.StartAsync(paired: "SN-1");
        (await SendAsync(macs, "rulesets", Valid.Replace(right, wrong, StringComparison.Ordinal)))
            .ShouldSatisfyAllConditions(said => said.ShouldStartWith("BadRequest "), said => said.ShouldContain(why));
        (await SendAsync(macs, "rulesets", Valid)).ShouldStartWith("OK ");

        // The next tap is decided by the ruleset that is valid.
        var tap = await macs.CheckAsync("SN-1");
        ((int)tap.StatusCode).ShouldBeLessThan(500, await tap.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("rates", """{"currency":"usd","numericCode":"840","rate":1}""")]
    [InlineData("rates", """{"currency":"USD","numericCode":null,"rate":1}""")]
    [InlineData("rates", """{"currency":"USD","numericCode":"840","rate":79228162514264337593543950335}""")]
    [InlineData("issuers", """{"range":{"low":"400000","high":"400009"},"ica":null,"issuerName":"B","country":"POL"}""")]
    [InlineData("issuers", """{"range":{"low":"400000","high":"400009"},"ica":"1","issuerName":null,"country":"POL"}""")]
    [InlineData("issuers", """{"range":{"low":"400000","high":"400009"},"ica":"1","issuerName":"B","country":"pol"}""")]
    [InlineData("issuers", """{"range":{"low":null,"high":"400009"},"ica":"1","issuerName":"B","country":"POL"}""")]
    [InlineData("locations", """{"id":"L-1","name":"L","country":"pol","service":"Lounge"}""")]
    [InlineData("users", """{"email":"a@b.c","firstName":"A","lastName":"B","role":99,"password":"long-enough-1"}""")]
    [InlineData("users", """{"email":"a@b.c","firstName":"A","lastName":"B","role":"99","password":"long-enough-1"}""")]
    public async Task A_row_that_is_not_valid_is_refused(string what, string body)
    {
        await using var macs = await RunningMacs.StartAsync();

        (await SendAsync(macs, what, body)).ShouldStartWith("BadRequest ");
    }

    [Fact]
    public async Task Devices_are_told_of_an_unknown_charset_in_the_form_of_their_API()
    {
        await using var macs = await RunningMacs.StartAsync();
        using var body = new StringContent("{}");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=foo");

        (await RunningMacs.ErrorOfAsync(await macs.SendAsync("/pos/pair", body, null)))
            .ShouldStartWith("415 UNSUPPORTED_CHARSET: unknown charset 'foo'");
    }

    private static async Task<string> SendAsync(RunningMacs macs, string what, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await macs.SendAsync($"/lab-admin/{what}", content, "admin");
        return $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
