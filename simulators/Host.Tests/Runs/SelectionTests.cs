using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>What a person can pick, as --list shows it.</summary>
public sealed class SelectionTests
{
    private const string Timers = "features/Commander/PairingTimers.feature";

    [Fact]
    public async Task Everything_is_listed_without_a_word()
    {
        var (lines, total) = await ListAsync();
        lines.Count.ShouldBeGreaterThan(700);
        total.ShouldStartWith($"{lines.Count} scenarios in ");
    }

    [Theory]
    [InlineData("features/Commander", "features/Commander/")]
    [InlineData("Commander", "features/Commander/")]
    [InlineData(Timers, Timers)]
    [InlineData("Commander/PairingTimers.feature", Timers)]
    public async Task A_folder_or_file_may_be_named_from_the_repository_or_from_the_features(string path, string beginning)
    {
        var (lines, _) = await ListAsync(path);
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(l => l.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_paths_are_put_together_in_the_order_of_the_features()
    {
        var (both, _) = await ListAsync(Timers, "features/AccessControl/Guests.feature");
        both[0].ShouldStartWith("features/AccessControl/Guests.feature");
        both[^1].ShouldStartWith(Timers);
    }

    [Fact]
    public async Task A_line_of_a_step_picks_its_scenario_and_a_row_picks_itself()
    {
        var row = LineOf("| 10 minutes  ");
        (await ListAsync($"{Timers}:{row}")).Lines.ShouldHaveSingleItem().ShouldStartWith($"{Timers}:{row}  ");
        (await ListAsync($"{Timers}:{LineOf("Given the Pairing Service is started")}")).Lines.Count.ShouldBe(3);
        (await ListAsync($"{Timers}:{LineOf("Scenario: The service that ran out") + 2}")).Lines.ShouldHaveSingleItem()
            .ShouldEndWith("  The service that ran out is restarted");
    }

    [Fact]
    public async Task A_line_of_a_rule_picks_the_rule() =>
        (await ListAsync($"{Timers}:{LineOf("Rule: After the Pairing Service")}")).Lines.Count.ShouldBe(4);

    [Fact]
    public async Task Name_and_tags_must_both_hold()
    {
        var (lines, total) = await ListAsync("--tags", "@commander and @browser", "--name", "^the otp EXPIRES");
        lines.ShouldHaveSingleItem().ShouldEndWith("The OTP expires while it is being keyed in");
        total.ShouldBe("1 scenario in 1 feature");
    }

    [Theory]
    [InlineData("no feature file or folder 'features/Comander'; did you mean 'features/Commander'?", "features/Comander")]
    [InlineData("did you mean 'features/Commander/PairingTimers.feature'?", "Commander/PairingTimer.feature")]
    [InlineData("did you mean 'features/Commander/StatusDisplay.feature'?", "StatusDisply.feature")]
    [InlineData("no command 'Comander'; did you mean 'Commander'?", "Comander")]
    [InlineData("no command 'histry'; did you mean 'history'?", "histry")]
    [InlineData("the folders are: AccessControl", "run", "/nowhere/at/all")]
    [InlineData("only a feature file has lines", "features/Commander:3")]
    [InlineData("PairingTimers.feature has no line 9999: its last line is ", Timers + ":9999")]
    [InlineData("'; did you mean 'The OTP expires while it is being keyed in'?", "--name", "The otp expirs while it is being keyed in")]
    [InlineData("--name is not a regular expression", "--name", "(")]
    [InlineData("--workers '0' is not a whole number from 1", "run", "--workers", "0")]
    [InlineData("--shard '3/2' is not a part", "run", "--shard", "3/2")]
    [InlineData("--durations is for --shard", "run", "--durations", "x.xml")]
    [InlineData("--fail-on-flaky needs --retry", "run", "--fail-on-flaky")]
    [InlineData("--fail-fast is --max-failures 1", "run", "--fail-fast", "--max-failures", "2")]
    [InlineData("--resume goes on as its run was started; leave --tags out", "run", "--resume", "last", "--tags", "@smoke")]
    [InlineData("no run '19990101-000000'; ", "run", "--resume", "19990101-000000")]
    public async Task A_mistake_is_named_with_what_would_be_right(string line, params string[] args) =>
        (await Said.ByAsync(args)).ShouldBeOneClearLine(line);

    private static async Task<(List<string> Lines, string Total)> ListAsync(params string[] args)
    {
        var said = await Said.ByAsync(["run", "--list", .. args]);
        said.Code.ShouldBe(0, said.Errors);
        var lines = said.Output.TrimEnd().Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        return (lines[..^1], lines[^1]);
    }

    private static int LineOf(string text) =>
        File.ReadLines(Path.Combine(Host.Commands.Repository.Find().Root, Timers))
            .TakeWhile(l => !l.Contains(text, StringComparison.Ordinal)).Count() + 1;
}
