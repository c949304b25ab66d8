using PairingLab.Drivers.Bench;

namespace PairingLab.Drivers.Tests.Bench;

public sealed class BenchFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bench").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_simulated_bench_is_one_commander_with_its_clients_and_workstations()
    {
        var bench = BenchFile.Read(Path.Combine(RepositoryPaths.Benches, "simulated.json"), Corpus.Kinds);

        bench.Clock.ShouldBe(BenchClock.Stepped);
        bench.Patience.ShouldBe(TimeSpan.FromSeconds(15));
        bench.Devices.Where(d => Corpus.Kinds[d.Kind].System == "commander").Select(d => (d.Id, d.Model)).ShouldBe(
        [
            ("commander-1", "Commander"), ("config-1", null), ("config-2", null),
            ("pos-1", "Topaz"), ("pos-2", "Ruby2"), ("pos-3", "C18"),
        ]);
        bench.Devices.ShouldAllBe(d => d.Is == DeviceWay.Simulated);
    }

    [Fact]
    public void The_example_of_a_real_display_reads()
    {
        var display = BenchFile.Read(Path.Combine(RepositoryPaths.Benches, "example-real-display.json"), Corpus.Kinds).Devices[0];

        (display.Is, display.Line, display.Baud, display.Parity).ShouldBe((DeviceWay.Real, "/dev/ttyUSB0", 9600, SerialParity.None));
    }

    [Fact]
    public void Every_property_arrives()
    {
        var bench = Read("""
            {"name":"all","clock":"real","browser":"/b","patience":"1.02:03:04",
             "settings":{"commander":{"life":"00:05:00","tries":3,"strict":true}},
             "devices":[
              {"id":"c-1","kind":"commander-display","is":"real","line":"tcp://h:1","baud":300,"parity":"odd"},
              {"id":"p-1","kind":"pos-workstation","is":"simulated","through":"browser","commander":"c-1"},
              {"id":"f-1","kind":"configuration-client","is":"real","page":"https://h/x"}]}
            """);

        (bench.Name, bench.Clock, bench.Browser, bench.Patience).ShouldBe(("all", BenchClock.Real, "/b", new TimeSpan(1, 2, 3, 4)));
        bench.Settings["commander"].Select(s => (s.Name, s.Text)).ShouldBe([("life", "00:05:00"), ("tries", "3"), ("strict", "true")]);
        (bench.Devices[0].Line, bench.Devices[0].Baud, bench.Devices[0].Parity).ShouldBe(("tcp://h:1", 300, SerialParity.Odd));
        (bench.Devices[1].Through, bench.Devices[1].PluggedInto, bench.Devices[1].Model).ShouldBe((PanelWay.Browser, "c-1", "Topaz"));
        bench.Devices[2].Page.ShouldBe(new Uri("https://h/x"));
    }

    [Fact]
    public void A_setting_knows_its_place_in_the_file_for_a_later_check_of_its_name()
    {
        var bench = Read("""
            {"name":"x","clock":"real","settings":{
              "commander":{"lief":"1"}},
             "devices":[{"id":"p","kind":"cas","is":"simulated"}]}
            """);

        bench.Settings["commander"][0].Place.Mistake("no such setting").Message
            .ShouldBe($"{Path.Combine(folder, "x.json")}:2:16: settings.commander.lief: no such setting");
    }

    [Fact]
    public void Every_bad_file_gives_its_one_line()
    {
        var messages = Corpus.Messages();

        messages.ShouldAllBe(m => !m.Contains('\n'));
        messages.ShouldBe(Corpus.Expected());
    }

    [Fact]
    public void Every_good_file_reads() => Corpus.Files("good").ShouldAllBe(f => BenchFile.Read(f, Corpus.Kinds).Devices.Count > 0);

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_no_harm()
    {
        Write("\uFEFF{\"name\":\"x\",\r\n\"clock\":\"real\",\r\n \"devices\":[{\"id\":\"a\",\"kind\":\"cas\",\"is\":\"no\"}]}");

        Should.Throw<BenchFileException>(() => BenchFile.Read(Path.Combine(folder, "x.json"), Corpus.Kinds))
            .Message.ShouldContain("x.json:3:41: devices[0].is: ");
    }

    [Fact]
    public void A_column_counts_characters_not_bytes()
    {
        Write("{\"name\":\"é€\",\"clok\":1}");

        Should.Throw<BenchFileException>(() => BenchFile.Read(Path.Combine(folder, "x.json"), Corpus.Kinds))
            .Message.ShouldContain("x.json:1:14: clok: ");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_mistake_of_the_file()
    {
        File.WriteAllBytes(Path.Combine(folder, "x.json"), [(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']);

        Should.Throw<BenchFileException>(() => BenchFile.Read(Path.Combine(folder, "x.json"), Corpus.Kinds));
    }

    [Fact]
    public void A_missing_file_names_those_that_are_there()
    {
        Write("{}");
        File.WriteAllText(Path.Combine(folder, "a.json"), "{}");
        File.WriteAllText(Path.Combine(folder, "bench.schema.json"), "{}");
        var path = Path.Combine(folder, "y.json");

        Should.Throw<BenchFileException>(() => BenchFile.Read(path, Corpus.Kinds))
            .Message.ShouldBe($"{path}: no such bench file; there are: a.json, x.json");
    }

    [Fact]
    public void A_missing_file_in_an_empty_or_missing_folder_says_so()
    {
        Should.Throw<BenchFileException>(() => BenchFile.Read(Path.Combine(folder, "y.json"), Corpus.Kinds))
            .Message.ShouldEndWith("there is none in its folder");
        Should.Throw<BenchFileException>(() => BenchFile.Read(Path.Combine(folder, "z", "y.json"), Corpus.Kinds))
            .Message.ShouldContain("nor is there a folder");
        Should.Throw<BenchFileException>(() => BenchFile.Read(folder, Corpus.Kinds));
    }

    [Fact]
    public void Whatever_one_changes_in_a_good_file_it_reads_or_gives_one_line()
    {
        var good = File.ReadAllText(Path.Combine(RepositoryPaths.Benches, "example-real-display.json"));
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var at = random.Next(good.Length);
            Write(good.Remove(at, random.Next(Math.Min(4, good.Length - at))).Insert(at, "{}[]\",:0a\\ \n"[random.Next(12)].ToString()));
            try
            {
                BenchFile.Read(Path.Combine(folder, "x.json"), Corpus.Kinds);
            }
            catch (BenchFileException e)
            {
                e.Message.ShouldNotContain("\n");
            }
        }
    }

    private PairingLab.Drivers.Bench.Bench Read(string text)
    {
        Write(text);
        return BenchFile.Read(Path.Combine(folder, "x.json"), Corpus.Kinds);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(folder, "x.json"), text);
}
