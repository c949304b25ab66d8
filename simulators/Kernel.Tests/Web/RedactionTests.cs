using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Tests.Web;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("""{"user":"me","password":"sesame"}""", """{"user":"me","password":"•••"}""")]
    [InlineData("""{"OTP" : "A1C2d3","x":1}""", """{"OTP" : "•••","x":1}""")]
    [InlineData("""{"password":"ses\"ame, me"}""", """{"password":"•••"}""")]
    [InlineData("""{"password":"back\\","user":"me"}""", """{"password":"•••","user":"me"}""")]
    [InlineData("""[{"proof":""},{"signIn":"x"}]""", """[{"proof":"•••"},{"signIn":"•••"}]""")]
    [InlineData("""{"keypad":"otp"}""", """{"keypad":"otp"}""")]
    public void Secret_members_lose_their_values(string body, string expected) => Redaction.Redact(body).ShouldBe(expected);

    [Fact]
    public void No_body_stays_none() => Redaction.Redact(null).ShouldBeNull();
}
