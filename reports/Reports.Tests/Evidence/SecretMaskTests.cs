using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Tests.Evidence;

/// <summary>Secrets go, and what only looks like one stays.</summary>
public class SecretMaskTests
{
    [Theory]
    [InlineData("the OTP is 2026.", "the OTP is •••.")]
    [InlineData("OTP=2026&x", "OTP=•••&x")]
    [InlineData("\"2026\"", "\"•••\"")]
    [InlineData("20261 12026 a2026 2026b", "20261 12026 a2026 2026b")]
    [InlineData("at 2026-03-02T09:30:00Z it was 2026", "at 2026-03-02T09:30:00Z it was •••")]
    [InlineData("12:00:01.2026 passed", "12:00:01.2026 passed")]
    public void A_short_value_is_masked_where_it_stands_alone(string text, string masked)
    {
        var mask = new SecretMask();
        mask.Add("2026");
        mask.Apply(text).ShouldBe(masked);
    }

    [Theory]
    [InlineData("7E4281", "x7E4281y", "x•••y")]
    [InlineData("p@ss word", "?p=p%40ss%20word and p@ss word", "?p=••• and •••")]
    [InlineData("say \"hi\"", "{\"a\":\"say \\u0022hi\\u0022\"}", "{\"a\":\"•••\"}")]
    public void A_longer_value_is_masked_anywhere_in_every_spelling(string value, string text, string masked)
    {
        var mask = new SecretMask();
        mask.Add(value);
        mask.Apply(text).ShouldBe(masked);
    }

    [Fact]
    public void A_secret_in_another_leaves_nothing_of_it()
    {
        var mask = new SecretMask();
        mask.Add("12345");
        mask.Add("123456789");
        mask.Apply("123456789").ShouldBe("•••");
    }

    [Fact]
    public void Nothing_is_masked_for_an_empty_secret()
    {
        var mask = new SecretMask();
        mask.Add("");
        mask.Add("  ");
        mask.Apply("a  b").ShouldBe("a  b");
    }

    [Fact]
    public void Credentials_are_masked_without_being_named() =>
        new SecretMask().Apply("sent Bearer abc.def-ghi_jkl to x").ShouldBe("sent Bearer ••• to x");
}
