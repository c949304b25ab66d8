using System.Net;
using System.Net.Sockets;

namespace PairingLab.Host.Tests.Commands;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("no command 'frobnicate'; there are: run, host, test, report", "frobnicate")]
    [InlineData("--frob", "run", "--frob")]
    [InlineData("'wire' 'browser'", "run", "--through", "radio")]
    [InlineData("--seed 'x' is not a whole number", "run", "--seed", "x")]
    [InlineData("no scenario is tagged @smok; did you mean @smoke?", "--tags", "@smok")]
    [InlineData("no scenario is tagged @nothing-like-it; there are: ", "--tags", "@nothing-like-it")]
    [InlineData("position 11: expected a tag", "--tags", "@smoke and")]
    [InlineData("did you mean '@smoke'?", "--tags", "smoke")]
    [InlineData("no scenario is @smoke and not @smoke", "--tags", "@smoke and not @smoke")]
    [InlineData("typo.json: no such bench file", "--bench", "typo.json")]
    [InlineData("--port 99999 is not a port", "host", "--port", "99999")]
    [InlineData("--address 'nowhere' is not an IP address", "host", "--address", "nowhere")]
    [InlineData("--token is needed: at least 16 characters", "host", "--address", "0.0.0.0")]
    [InlineData("--token is too short", "host", "--address", "0.0.0.0", "--token", "short")]
    [InlineData("--token-file '/nowhere/token' can't be read", "host", "--address", "0.0.0.0", "--token-file", "/nowhere/token")]
    [InlineData("--token and --token-file both name a token", "host", "--token", "sixteen-letters-x", "--token-file", "/nowhere")]
    [InlineData("--data '' is not a folder", "host", "--data", "")]
    [InlineData("--data '' is not a folder", "host", "--data", "  ")]
    [InlineData("--data '' is not a folder", "certify", "sci", "--data", "")]
    [InlineData("--desk 'nowhere' is not an address with a port", "run", "--desk", "nowhere")]
    [InlineData("--desk 0.0.0.0:7071 is open to others, so --token is needed", "run", "--desk", "0.0.0.0:7071")]
    [InlineData("--token is too short", "run", "--desk", "0.0.0.0:7071", "--token", "short")]
    [InlineData("--token is for a desk that others can reach", "run", "--token", "long-enough-for-a-token")]
    [InlineData("/nowhere holds no recorded line", "replay", "/nowhere")]
    [InlineData("There is no serial port at /dev/ttyNONE7", "monitor", "/dev/ttyNONE7")]
    [InlineData("'real' 'stepped'", "host", "--clock", "broken")]
    [InlineData("/nowhere holds no evidence", "report", "/nowhere")]
    [InlineData("--port 'x' is not a whole number", "host", "--port", "x")]
    [InlineData("--port-base 'x' is not a whole number", "host", "--port-base", "x")]
    [InlineData("--speed 'x' is not a number", "replay", "/nowhere", "--speed", "x")]
    [InlineData("--seed is for a lab in memory", "host", "--seed", "7", "--data", "/nowhere")]
    public async Task Is_answered_with_one_clear_line(string line, params string[] args) =>
        (await Said.ByAsync(args)).ShouldBeOneClearLine(line[..Math.Min(line.Length, 30)]);

    [Fact]
    public async Task Help_has_the_programs_name_and_the_options_of_the_command_that_is_meant_without_one()
    {
        var said = await Said.ByAsync("--help");

        said.Code.ShouldBe(0);
        said.Output.ShouldContain("  run-lab [command]");
        said.Output.ShouldContain("run-lab without a command is run-lab run");
        said.Output.ShouldContain("--last-failed");
        said.Output.ShouldNotContain("PairingLab", Case.Sensitive);
        (await Said.ByAsync("host", "--help")).Output.ShouldContain("run-lab host [options]");
    }

    [Fact]
    public async Task A_bench_file_with_a_mistake_is_named_with_the_place()
    {
        using var folder = new TestFolder();
        var file = folder.Write("bench.json", """
            { "name": "x", "clock": "stepped",
              "devices": [ { "id": "commander-1", "kind": "commander-displey", "is": "simulated" } ] }
            """);
        (await Said.ByAsync("run", "--bench", file)).ShouldBeOneClearLine($"{file}:2:47", "devices[0].kind", "commander-display");
    }

    [Theory]
    [InlineData("commander", "entryWindoww", "00:01:00", "no such setting; there are: ")]
    [InlineData("commander", "entryWindow", "soon", "'soon' is not a time above zero")]
    [InlineData("smartconnect", "devicesLack", "Card.Purchse", "unknown transaction type 'Card.Purchse'; allowed values: Card.Purchase")]
    [InlineData("comander", "entryWindow", "00:01:00", "no such system 'comander'; there are: commander")]
    public async Task A_setting_that_no_simulator_knows_is_named_with_the_place(string system, string name, string text, string line)
    {
        using var folder = new TestFolder();
        var file = folder.Write("bench.json", $$"""
            { "name": "x", "clock": "stepped",
              "settings": { "{{system}}": { "{{name}}": "{{text}}" } },
              "devices": [ { "id": "commander-1", "kind": "commander-display", "is": "simulated" } ] }
            """);
        (await Said.ByAsync("host", "--bench", file)).ShouldBeOneClearLine($"{file}:2:", line);
    }

    [Fact]
    public async Task A_token_file_with_too_short_a_token_is_named()
    {
        using var folder = new TestFolder();
        var file = folder.Write("token", "short\n");
        (await Said.ByAsync("host", "--address", "0.0.0.0", "--token-file", file))
            .ShouldBeOneClearLine($"--token-file {file}: the token is too short; it needs at least 16 characters");
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        (await Said.ByAsync("host", "--port", $"{port}")).ShouldBeOneClearLine($"port {port} is in use", "--port");
    }

    [Fact]
    public async Task A_damaged_data_folder_is_named_and_left_as_it_is()
    {
        using var folder = new TestFolder();
        var file = folder.Write("lab.db", new string('x', 5000));
        (await Said.ByAsync("host", "--port", "0", "--data", folder.Path))
            .ShouldBeOneClearLine(file, "no sound database", "move the file away");
        (await File.ReadAllTextAsync(file)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        using var folder = new TestFolder();
        var file = folder.Write("data", "mine");
        (await Said.ByAsync("host", "--port", "0", "--data", file)).ShouldBeOneClearLine(file);
        (await File.ReadAllTextAsync(file)).ShouldBe("mine");
    }

    [Fact]
    public async Task A_data_folder_on_a_full_disk_is_named()
    {
        // The device that is always full; there is no other full disk to be had without mounting one.
        Assert.SkipUnless(File.Exists("/dev/full"), "needs Linux");
        using var folder = new TestFolder();
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "lab.db"), "/dev/full");
        (await Said.ByAsync("host", "--port", "0", "--data", folder.Path)).ShouldBeOneClearLine("lab.db");
    }
}
