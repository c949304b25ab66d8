namespace PairingLab.Drivers.Serial;

public class SegmentAlphabetTests
{
    [Theory]
    [InlineData(0x3F, '0')]
    [InlineData(0x06, '1')]
    [InlineData(0x5B, '2')]
    [InlineData(0x4F, '3')]
    [InlineData(0x66, '4')]
    [InlineData(0x6D, '5')]
    [InlineData(0x7D, '6')]
    [InlineData(0x07, '7')]
    [InlineData(0x7F, '8')]
    [InlineData(0x6F, '9')]
    [InlineData(0x77, 'A')]
    [InlineData(0x39, 'C')]
    [InlineData(0x5E, 'd')]
    [InlineData(0x79, 'E')]
    [InlineData(0x71, 'F')]
    public void Knows_the_alphabet_with_and_without_the_point(byte segments, char character)
    {
        SegmentFont.Character(segments).ShouldBe(character);
        SegmentFont.Character((byte)(segments | 0x80)).ShouldBe(character);
        SegmentAlphabet.Text(segments).ShouldBe($"{character}");
        SegmentAlphabet.Text((byte)(segments | 0x80)).ShouldBe($"{character}.");
    }

    [Fact]
    public void Knows_nothing_else() =>
        Enumerable.Range(0, 256).Count(s => SegmentFont.Character((byte)s) is not null).ShouldBe(30);

    [Theory]
    [InlineData(0x00, "blank")]
    [InlineData(0x86, "1.")]
    [InlineData(0x43, "no known character: segments a b g lit")]
    [InlineData(0x40, "no known character: segments g lit (segment g stuck on?)")]
    [InlineData(0x46, "no known character: segments b c g lit (segment f stuck off, or segment g stuck on?)")]
    [InlineData(0x80, "no known character: segments point lit")]
    [InlineData(0xC0, "no known character: segments g point lit")]
    [InlineData(0x7C, "no known character: segments c d e f g lit (segment a stuck off?)")]
    public void Describes_what_is_lit_and_guesses_no_character(byte segments, string text) =>
        SegmentAlphabet.Describe(segments).ShouldBe(text);

    [Fact]
    public void An_unknown_pattern_is_a_question_mark_in_short() =>
        new DisplayShown(0x40, 0x86).Text.ShouldBe("?1.");

    [Fact]
    public void Dark_is_dark_without_the_point_only()
    {
        new DisplayShown(0, 0).IsDark.ShouldBeTrue();
        new DisplayShown(0, 0x80).IsDark.ShouldBeFalse();
    }
}
