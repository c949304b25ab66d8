namespace PairingLab.Drivers.Serial;

/// <summary>
/// A byte whose parity is wrong comes as '?' (System.IO.Ports), as NUL (a terminal without PARMRK), or marked with FF 00 (with it). None
/// of them is ever taken for a sentence, and so for a part of an OTP.
/// </summary>
public sealed class ParityErrorTests
{
    private static readonly byte[] Sentence = "$PLDSP,0042,06,CF*72\r\n"u8.ToArray();

    [Fact]
    public void A_whole_sentence_is_taken() => Taken(Sentence).ShouldBe(1);

    [Theory]
    [InlineData(new byte[] { (byte)'?' })]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0xFF, 0, (byte)'4' })]
    public void A_sentence_with_a_wrong_byte_anywhere_is_not(byte[] inItsPlace)
    {
        var end = Sentence.Length - 2; // either character of the line end will do
        for (var i = 0; i < end; i++)
        {
            Taken([.. Sentence[..i], .. inItsPlace, .. Sentence[(i + 1)..]]).ShouldBe(0, $"byte {i}");
        }
    }

    private static long Taken(byte[] bytes)
    {
        var reader = new DisplayLinkReader();
        reader.Feed(bytes, new SentenceList());
        return reader.Counts.Good;
    }
}
