using System.Net;
using System.Net.Sockets;

namespace PairingLab.Host.Tests.Commands;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("no command 'frobnicate'; there are: run, host, test, report", "frobnicate")]
    [InlineData("--frob", "run", "--frob")]
    [InlineData("'wire' 'browser'", "run", "--through", "radio")]
    [InlineData("--seed 'x' is no whole number", "run", "--seed", "x")]
    [InlineData("no scenario is tagged @smok; did you mean @smoke?", "--tags", "@smok")]
    [InlineData("no scenario is tagged @nothing-like-it; there are: ", "--tags", "@nothing-like-it")]
    [InlineData("position 11: expected a tag", "--tags", "@smoke and")]
    [InlineData("did you mean '@smoke'?", "--tags", "smoke")]
    [InlineData("no scenario is @smoke and not @smoke", "--tags", "@smoke and not @smoke")]
    [InlineData("typo.json: no such bench file", "--bench", "typo.json")]
    [InlineData("--port 99999 is no port", "host", "--port", "99999")]
    [InlineData("--address 'nowhere' is no IP address", "host", "--address", "nowhere")]
    [InlineData("--token is needed: at least 16 characters", "host", "--address", "0.0.0.0")]
    [InlineData("--token is too short", "host", "--address", "0.0.0.0", "--token", "short")]
    [InlineData("'real' 'stepped'", "host", "--clock", "broken")]
    [InlineData("/nowhere holds no evidence", "report", "/nowhere")]
    public async Task Is_answered_with_one_clear_line(string line, params string[] args) =>
        (await Said.ByAsync(args)).ShouldBeOneClearLine(line[..Math.Min(line.Length, 30)]);

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
        (await Said.ByAsync("host", "--port", "0", "--data", folder.Path)).ShouldBeOneClearLine(file, "no sound database", "move the file away");
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

    [SkippableFact]
    public async Task A_data_folder_on_a_full_disk_is_named()
    {
        // The device that is always full; there is no other full disk to be had without mounting one.
        Skip.IfNot(File.Exists("/dev/full"), "needs Linux");
        using var folder = new TestFolder();
        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "lab.db"), "/dev/full");
        (await Said.ByAsync("host", "--port", "0", "--data", folder.Path)).ShouldBeOneClearLine("lab.db");
    }
}
