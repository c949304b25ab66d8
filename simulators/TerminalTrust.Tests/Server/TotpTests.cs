using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Tests.Server;

/// <summary>RFC 6238, appendix B (SHA-1), and RFC 4648, section 10.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_of_rfc_6238(long seconds, string code) =>
        Totp.CodeOf(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8).ShouldBe(code);

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_code_of_the_step_before_or_after_is_taken_too(int seconds, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111110);
        var code = Totp.CodeOf(Secret, Totp.StepAt(now.AddSeconds(seconds)));
        (Totp.StepOf(Secret, code, now) is not null).ShouldBe(taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("no code")]
    [InlineData("１２３４５６")]
    public void What_is_no_code_is_wrong(string code) => Totp.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBeNull();

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_of_rfc_4648(string text, string encoded) => Base32.From(System.Text.Encoding.ASCII.GetBytes(text)).ShouldBe(encoded);
}
