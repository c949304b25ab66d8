using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Tests.Service;

/// <summary>The vectors of RFC 6238, appendix B (SHA-1), and of RFC 4648, section 10.</summary>
public sealed class OperatorCodesTests
{
    private static readonly OperatorCodes Codes = new("12345678901234567890"u8.ToArray());

    /// <summary>The RFC has eight digits; six digits are its last six.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_of_rfc_6238(long seconds, string code) =>
        Codes.StepOf(code[2..], DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(seconds / 30);

    /// <summary>The code of the step that ends with second 1111111109.</summary>
    [Theory]
    [InlineData(-61, false)]
    [InlineData(-60, false)]
    [InlineData(-59, true)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_code_of_the_step_before_or_after_is_taken_too(int seconds, bool taken) =>
        Codes.StepOf("081804", DateTimeOffset.FromUnixTimeSeconds(1111111109 + seconds)).ShouldBe(taken ? 1111111109 / 30 : null);

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("no code")]
    [InlineData("２８７０８２")]
    [InlineData(" 287082")]
    [InlineData("-287082")]
    [InlineData("94287082")]
    public void What_is_not_a_code_is_wrong(string code) => Codes.StepOf(code, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBeNull();

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_secret_in_base_32_of_rfc_4648(string text, string encoded) =>
        new OperatorCodes(System.Text.Encoding.ASCII.GetBytes(text)).Secret.ShouldBe(encoded);
}
