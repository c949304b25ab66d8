using Microsoft.Extensions.Time.Testing;

namespace PairingLab.Drivers.Serial;

/// <summary>The bytes of a line with their times, and the drawing of a display.</summary>
public sealed class LineLogTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Every_byte_is_kept_with_its_time_and_read_again()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero));
        var path = _scratch.Path("commander-1.log");
        using (var log = new LineLog(path, clock))
        {
            log.Note("/dev/ttyUSB0 9600 8N1");
            log.Received("$PLDSP\r\n"u8);
            clock.Advance(TimeSpan.FromMilliseconds(200));
            log.Received([0, 255, (byte)'|']);
        }

        var rows = File.ReadAllLines(path);
        rows[0].ShouldBe("# 2026-01-31T09:30:00.000Z  /dev/ttyUSB0 9600 8N1");
        rows[1].ShouldStartWith("2026-01-31T09:30:00.000Z  24 50 4C 44 53 50 0D 0A ");
        rows[1].ShouldEndWith("|$PLDSP..|");
        LineLog.Read(path).Select(p => (p.At.Millisecond, Convert.ToHexString(p.Bytes)))
            .ShouldBe([(0, "24504C4453500D0A"), (200, "00FF7C")]);
    }

    [Fact]
    public void A_file_that_is_no_log_is_told()
    {
        var path = _scratch.Path("x.log");
        File.WriteAllText(path, "hello\n");
        Should.Throw<InvalidDataException>(() => LineLog.Read(path).ToList()).Message.ShouldContain("is not a log of a line: 'hello'");
    }

    [Fact]
    public void A_display_is_drawn() => SegmentDrawing.Of(0b0000_0110, 0b1101_1011).ShouldBe(
    [
        "      _  ",
        "  |   _| ",
        "  |  |_ .",
    ]);
}
