using System.Text;

namespace PairingLab.Kernel.Serial;

public class DisplayLinkSentenceTests
{
    [Theory]
    [InlineData(42, 0x06, 0xCF, "$PLDSP,0042,06,CF*72\r\n")] // the example of docs/protocols/display-link.md
    [InlineData(9999, 0x00, 0x00, "$PLDSP,9999,00,00*77\r\n")]
    [InlineData(10042, 0x06, 0xCF, "$PLDSP,0042,06,CF*72\r\n")]
    public void Writes_the_form_of_the_protocol(int seq, byte left, byte right, string sentence) =>
        Text(seq, left, right).ShouldBe(sentence);

    [Fact]
    public void Writes_any_count_and_pattern()
    {
        foreach (var seq in new[] { int.MinValue, -1, 0, 10000, int.MaxValue })
        {
            Text(seq, 0xAB, 0xFF).ShouldMatch(@"\A\$PLDSP,[0-9]{4},AB,FF\*[0-9A-F]{2}\r\n\z");
        }
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        var bytes = new byte[DisplayLinkSentence.Length];
        DisplayLinkSentence.Write(bytes, 1, 2, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        DisplayLinkSentence.Write(bytes, 2, 3, 4);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData("$PLDSQ*5A\r\n", 1)]
    [InlineData("$PLDSQ*5A\n", 1)]
    [InlineData("$PLDSQ*5A\r\n$PLDSQ*5A\r\n", 2)]
    [InlineData("xx$PL$PLDSQ*5A\r\n", 1)]
    [InlineData("$$PLDSQ*5A\r", 1)]
    [InlineData("$PLDSQ*5A", 0)]
    [InlineData("$PLDSQ*5A$PLDSQ*5A\r", 1)]
    [InlineData("$PLDSQ*5B\r\n", 0)]
    [InlineData("$PLDSP,0042,06,CF*72\r\n", 0)]
    public void Finds_queries_whole_and_byte_by_byte(string heard, int count)
    {
        var bytes = Encoding.ASCII.GetBytes(heard);
        new DisplayLinkQueries().Feed(bytes).ShouldBe(count);
        var queries = new DisplayLinkQueries();
        bytes.Sum(b => queries.Feed([b])).ShouldBe(count);
    }

    private static string Text(int seq, byte left, byte right)
    {
        var bytes = new byte[DisplayLinkSentence.Length];
        DisplayLinkSentence.Write(bytes, seq, left, right).ShouldBe(bytes.Length);
        return Encoding.ASCII.GetString(bytes);
    }
}
