namespace PairingLab.Drivers.Serial;

/// <summary>A recording holds no OTP, and every fault of the line.</summary>
public sealed class LineMaskTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("$PLDSP,0042,66,BF*75\r\n", "$PLDSP,0042,06,DB*71\r\n")] // 40. becomes 12.
    [InlineData("$PLDSP,0043,07,06*70\r\n", "$PLDSP,0043,4F,66*03\r\n")] // a wrong checksum stays wrong by as much
    [InlineData("$PLDSP,0044,00,00*77\r\n", "$PLDSP,0044,00,00*77\r\n")] // dark
    [InlineData("$PLDSP,0044,01,06*71\r\n", "$PLDSP,0044,01,06*71\r\n")] // a stuck segment is what the recording is for
    [InlineData("noise PLDSP,12", "noise PLDSP,12")]
    public void Digits_become_others_and_all_else_stays(string line, string masked) => LineMask.Of(line).ShouldBe(masked);

    [Fact]
    public void A_sentence_that_comes_in_pieces_is_masked_and_its_pieces_stay()
    {
        var pieces = LineMask.Of([(Noon, "$PLDSP,0042,6"u8.ToArray()), (Noon.AddSeconds(1), "6,BF*75\r\n"u8.ToArray())]);
        pieces.Select(p => (p.At, System.Text.Encoding.ASCII.GetString(p.Bytes)))
            .ShouldBe([(Noon, "$PLDSP,0042,0"), (Noon.AddSeconds(1), "6,DB*71\r\n")]);
    }

    [Fact]
    public void What_the_reader_made_of_it_it_still_does()
    {
        var (plain, masked) = (new DisplayLinkReader(), new DisplayLinkReader());
        const string Line = "$PLDSP,0042,66,BF*75\r\n$PLDSP,0043,07,06*70\r\n$PLDSP,0044,00,00*77\r\n";
        plain.Feed(System.Text.Encoding.ASCII.GetBytes(Line), new SentenceList());
        masked.Feed(System.Text.Encoding.ASCII.GetBytes(LineMask.Of(Line)), new SentenceList());
        masked.Counts.ShouldBe(plain.Counts);
    }

    [Fact]
    public void A_log_keeps_its_notes_and_times()
    {
        string[] rows = ["# 2026-01-31T09:30:00.000Z  /dev/ttyUSB0 9600 8N1", "2026-01-31T09:30:00.200Z  00 FF  |..|"];
        var masked = LineLog.Masked(rows, "x").ToList();
        masked[0].ShouldBe(rows[0]);
        masked[1].ShouldStartWith("2026-01-31T09:30:00.200Z  00 FF ");
    }
}
