namespace PairingLab.Kernel.Serial;

public class WireBitsTests
{
    private static readonly byte[] All = [.. Enumerable.Range(0, 256).Select(b => (byte)b)];

    public static TheoryData<int, SerialParity> Settings => new()
    {
        { 9600, SerialParity.None }, { 9600, SerialParity.Even }, { 9600, SerialParity.Odd }, { 115200, SerialParity.None },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_same_settings_read_every_byte_right(int baud, SerialParity parity)
    {
        var settings = new SerialSettings(baud, parity);
        WireBits.Misread(All, settings, settings).ShouldBe(All);
    }

    [Theory]
    [InlineData(4800)]
    [InlineData(19200)]
    [InlineData(115200)]
    [InlineData(300)]
    [InlineData(0)]
    public void Another_speed_gives_garbage_and_always_the_same(int baud)
    {
        var got = WireBits.Misread("$PLDSP,0042,06,CF*72\r\n"u8, SerialSettings.Default, new SerialSettings(baud));
        got.ShouldNotBe("$PLDSP,0042,06,CF*72\r\n"u8.ToArray());
        WireBits.Misread("$PLDSP,0042,06,CF*72\r\n"u8, SerialSettings.Default, new SerialSettings(baud)).ShouldBe(got);
    }

    [Fact]
    public void A_little_off_is_still_read_as_by_a_real_receiver() =>
        WireBits.Misread(All, SerialSettings.Default, new SerialSettings(9700)).ShouldBe(All);

    [Fact]
    public void The_other_parity_spoils_every_byte() =>
        WireBits.Misread(All, new SerialSettings(Parity: SerialParity.Even), new SerialSettings(Parity: SerialParity.Odd))
            .ShouldAllBe(b => b == 0);

    [Fact]
    public void A_parity_bit_that_the_reader_does_not_expect_spoils_about_half()
    {
        var got = WireBits.Misread(All, new SerialSettings(Parity: SerialParity.Even), SerialSettings.Default);
        got.Count(b => b == 0).ShouldBeInRange(100, 156);
    }
}
