using FsCheck;
using FsCheck.Fluent;

namespace PairingLab.Drivers.Serial;

/// <summary>A password that was read is one that stood on the glass, whatever happened on the way.</summary>
public class OtpReaderProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void Whatever_happens_only_a_code_that_was_shown_is_read() =>
        Seeds.All(seed =>
        {
            var story = new DisplayStory(new Random(seed));
            return story.ReadAll().All(story.ShownCodes.Contains);
        }).Check(Runs);

    [Fact]
    public void The_stories_are_not_empty_of_readings() =>
        Enumerable.Range(0, 200).Sum(seed => new DisplayStory(new Random(seed)).ReadAll().Count).ShouldBeGreaterThan(100);

    [Fact]
    public void An_undisturbed_code_is_always_read_within_six_seconds() =>
        Seeds.All(seed =>
        {
            var random = new Random(seed);
            var code = new string(random.GetItems<char>("0123456789ACdEF", 4));
            var reader = new OtpReader();
            var seq = random.Next(10000);
            var began = random.Next(12);
            for (var i = began; i < began + 6 * 6; i++)
            {
                // One at the change and five heartbeats.
                var shown = i / 6 % 2 == 0 ? SegmentEncoder.First(code) : SegmentEncoder.Second(code);
                reader.Feed(new DisplaySentence(seq++ % 10000, shown.Left, shown.Right), default);
            }

            return reader.Reading?.Text == code;
        }).Check(Runs);
}
