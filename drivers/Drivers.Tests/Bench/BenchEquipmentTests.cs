using PairingLab.Drivers.Bench;

namespace PairingLab.Drivers.Tests.Bench;

/// <summary>What a bench file says of equipment, and what comes of it.</summary>
public sealed class BenchEquipmentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("equipment").FullName;
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_simulated_workstation_has_the_base_that_the_file_says() => Read("""
        {"name":"x","clock":"stepped","devices":[{"id":"p-1","kind":"pos-workstation","is":"simulated","base":"53.28"}]}
        """).Devices[0].Base.ShouldBe("53.28");

    [Fact]
    public void Every_property_arrives_and_values_come_from_the_environment()
    {
        Environment.SetEnvironmentVariable("PAIRINGLAB_TEST_PASSWORD", "s3cret");
        var bench = Read("""
            {"name":"x","clock":"real","answerWithin":"00:10:00",
             "before":["labgrid-client acquire"],"after":["labgrid-client release"],
             "through":[{"device":"p-1","listen":"0.0.0.0:8443","to":"h:443"}],
             "devices":[{"id":"p-1","kind":"pos-workstation","is":"operator","base":"55","patience":"00:02:00",
               "reset":"POST http://p/reset",
               "credentials":{"manager":{"user":"m","password":"${PAIRINGLAB_TEST_PASSWORD}!"}},
               "power":{"on":"POST http://pdu/3/on","off":"usbrelay 3=0"}}]}
            """);
        bench.AnswerWithin.ShouldBe(TimeSpan.FromMinutes(10));
        (bench.Before[0].Text, bench.After[0].Text).ShouldBe(("labgrid-client acquire", "labgrid-client release"));
        var device = bench.Devices[0];
        (device.Base, device.Patience, device.IsProxied).ShouldBe(("55", TimeSpan.FromMinutes(2), true));
        device.Credentials["manager"].ShouldBe(new("m", "s3cret!"));
        device.Power!.On!.Request.ShouldBe(("POST", new Uri("http://pdu/3/on")));
        device.Power.Off!.Request.ShouldBeNull("a command");
        device.Reset!.Request.ShouldBe(("POST", new Uri("http://p/reset")));
    }

    [Fact]
    public void What_benches_share_is_included_and_its_mistakes_have_its_name()
    {
        File.WriteAllText(Path.Combine(folder, "shared.json"), """
            {"settings":{"commander":{"a":"1"}},"devices":[{"id":"c-1","kind":"commander-display","is":"simulated"}]}
            """);
        var bench = Read("""
            {"name":"x","clock":"real","include":["shared.json"],"settings":{"commander":{"b":"2"}},
             "devices":[{"id":"p-1","kind":"pos-workstation","is":"simulated","commander":"c-1"}]}
            """);
        bench.Devices.Select(d => d.Id).ShouldBe(["c-1", "p-1"]);
        bench.Settings["commander"].Select(s => s.Name).ShouldBe(["a", "b"]);

        File.WriteAllText(Path.Combine(folder, "shared.json"), """{"devices":[{"id":"c-1","kind":"nonsense","is":"simulated"}]}""");
        Should.Throw<BenchFileException>(() => Read("""{"name":"x","clock":"real","include":["shared.json"],"devices":[]}"""))
            .Message.ShouldStartWith($"{Path.Combine(folder, "shared.json")}:1:");
    }

    [Fact]
    public async Task A_command_is_run_and_its_failure_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "commands of a Unix shell");
        var runner = new BenchActionRunner(http);
        var mark = Path.Combine(folder, "mark");
        await runner.DoAsync("power on of pos-1", new($"echo on > '{mark}'"));
        File.ReadAllText(mark).ShouldBe("on\n");
        (await Should.ThrowAsync<BenchActionException>(() => runner.DoAsync("power on of pos-1", new("echo no relay >&2; exit 3"))))
            .Message.ShouldBe("power on of pos-1: 'echo no relay >&2; exit 3' ended with 3: no relay");
    }

    [Fact]
    public async Task A_request_is_sent_and_its_failure_is_told()
    {
        var closed = Serial.FreePort.Next();
        (await Should.ThrowAsync<BenchActionException>(
            () => new BenchActionRunner(http).DoAsync("power off of pos-1", new($"POST http://127.0.0.1:{closed}/3/off"))))
            .Message.ShouldStartWith($"power off of pos-1: 'POST http://127.0.0.1:{closed}/3/off' got no answer: ");
    }

    private Drivers.Bench.Bench Read(string text)
    {
        var file = Path.Combine(folder, "bench.json");
        File.WriteAllText(file, text);
        return BenchFile.Read(file, Corpus.Kinds);
    }
}
