using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Tests.Web;

public sealed class RedactionTests
{
    private static readonly Redaction Lab = new(
        Sixth() with { SecretMembers = ["otp", "proof", "signIn"] },
        Sixth() with { SecretMembers = ["pairingCode", "merchantAccessToken"], SecretAfter = ["/POS/Pairing/", "merchantAccessToken="] });

    [Theory]
    [InlineData("""{"user":"me","password":"sesame"}""", """{"user":"me","password":"•••"}""")]
    [InlineData("""{"OTP" : "A1C2d3","x":1}""", """{"OTP" : "•••","x":1}""")]
    [InlineData("""{"password":"ses\"ame, me"}""", """{"password":"•••"}""")]
    [InlineData("""{"password":"back\\","user":"me"}""", """{"password":"•••","user":"me"}""")]
    [InlineData("""[{"proof":""},{"signIn":"x"}]""", """[{"proof":"•••"},{"signIn":"•••"}]""")]
    [InlineData("""{"keypad":"otp"}""", """{"keypad":"otp"}""")]
    public void Secret_members_lose_their_values(string body, string expected) => Lab.Redact(body).ShouldBe(expected);

    [Theory]
    [InlineData("http://h:1/POS/Pairing/7K2Q9A", "http://h:1/POS/Pairing/•••")]
    [InlineData("http://h:1/pos/pairing/7k2q9a?x=1", "http://h:1/pos/pairing/•••?x=1")]
    [InlineData("http://h:1/POS/Transaction/12?merchantAccessToken=abc&x=1", "http://h:1/POS/Transaction/12?merchantAccessToken=•••&x=1")]
    [InlineData("http://h:1/pairing/sessions/12/complete", "http://h:1/pairing/sessions/12/complete")]
    public void Secret_parts_of_an_address_are_gone(string url, string expected) => Lab.Address(url).ShouldBe(expected);

    [Fact]
    public void Tokens_in_a_body_are_gone() =>
        Lab.Redact(
            """{"PollingUrl":"http://h/POS/Transaction/1"""
            + """?merchantAccessToken=abc","merchantAccessToken":"abc","pairingCode":"7K2Q9A"}""")
            .ShouldBe(
                """{"PollingUrl":"http://h/POS/Transaction/1"""
                + """?merchantAccessToken=•••","merchantAccessToken":"•••","pairingCode":"•••"}""");

    [Fact]
    public void A_name_is_no_pattern() =>
        new Redaction(Sixth() with { SecretMembers = ["a.b"], SecretAfter = ["/x+/"] })
            .Redact("""{"a.b":"1","a-b":"2","at":"/x+/3 /xx/4"}""")
            .ShouldBe("""{"a.b":"•••","a-b":"2","at":"/x+/••• /xx/4"}""");

    [Fact]
    public void No_body_stays_none() => Lab.Redact(null).ShouldBeNull();

    private static SystemDescription Sixth() => SystemDescription.Of<object>("sixth", (_, _) => throw new NotSupportedException());
}
