using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Tests.Time;
using PairingLab.Drivers.Wire;

namespace PairingLab.Drivers.Tests.Wire;

public sealed class WirePanelTests
{
    private readonly RecordingSink witness = new();

    [Fact]
    public async Task Reads_the_shape_of_the_lab()
    {
        using var lab = new FakeLab(_ => new FakeAnswer(
            """
            {"device":"pos 1","title":"T","texts":["a","b"],
             "buttons":[{"name":"OK","enabled":false}],"fields":[{"name":"F","value":"v","enabled":true}]}
            """));

        var panel = await Panel(lab, "pos 1").ReadAsync();

        panel.Title.ShouldBe("T");
        panel.Texts.ShouldBe(["a", "b"]);
        panel.Button("OK").ShouldBe(new ButtonReading("OK", false));
        panel.Field("F").ShouldBe(new FieldReading("F", "v", true));
        lab.Requests.ShouldBe(["GET /lab/devices/pos%201/panel"]);
        witness.Lines.ShouldBe(["read -> T"]);
    }

    [Fact]
    public async Task Presses_and_enters()
    {
        using var lab = new FakeLab(_ => Showing("after"));
        var panel = Panel(lab);

        (await panel.PressAsync("Pair POS")).Title.ShouldBe("after");
        (await panel.EnterAsync("Pairing OTP", "A1")).Title.ShouldBe("after");

        lab.Requests.ShouldBe(
        [
            """POST /lab/devices/pos-1/press {"button":"Pair POS"}""",
            """POST /lab/devices/pos-1/enter {"field":"Pairing OTP","text":"A1"}""",
        ]);
        witness.Lines.ShouldBe(["press Pair POS -> after", "enter Pairing OTP -> after"]);
    }

    [Fact]
    public async Task A_refusal_comes_in_the_labs_words()
    {
        using var lab = new FakeLab(
            _ => new FakeAnswer("""{"error":{"code":"no-button","message":"no button 'X'; there are: A, B"}}""", 409));

        (await Should.ThrowAsync<PanelRefusedException>(() => Panel(lab).PressAsync("X")))
            .Message.ShouldBe("pos-1: no button 'X'; there are: A, B");
    }

    [Fact]
    public async Task An_unknown_device_is_named()
    {
        using var lab = new FakeLab(_ => new FakeAnswer("""{"error":{"code":"x","message":"there are: pos-2"}}""", 404));

        (await Should.ThrowAsync<UnknownDeviceException>(() => Panel(lab).ReadAsync())).Message
            .ShouldBe($"no device 'pos-1' at {lab.Address}: there are: pos-2");
    }

    [Theory]
    [InlineData("<html>", 500, "500: <html>")]
    [InlineData("", 503, "503: no reason given")]
    [InlineData("[]", 500, "500: []")]
    [InlineData("<html>", 200, "the answer is not a PanelReading")]
    [InlineData("null", 200, "the answer is not a PanelReading")]
    public async Task An_odd_answer_names_the_request(string body, int status, string words)
    {
        using var lab = new FakeLab(_ => new FakeAnswer(body, status));

        var e = await Should.ThrowAsync<LabRequestException>(() => Panel(lab).ReadAsync());

        e.Message.ShouldStartWith($"GET {lab.Address}lab/devices/pos-1/panel: ");
        e.Message.ShouldContain(words);
    }

    [Fact]
    public async Task What_the_lab_leaves_out_is_not_there()
    {
        using var lab = new FakeLab(_ => new FakeAnswer("{}"));

        (await Panel(lab).ReadAsync()).ToString().ShouldBe("pos-1 shows '':  buttons [] fields []");
    }

    [Fact]
    public async Task No_lab_is_an_error_of_the_lab()
    {
        var lab = new FakeLab(_ => Showing("x"));
        var address = lab.Address;
        lab.Dispose();
        using var http = new HttpClient();

        var panel = new WirePanel(http, address, "pos-1", new FakeLabTime(), witness);

        (await Should.ThrowAsync<LabRequestException>(() => panel.ReadAsync())).Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_wait_that_is_met_at_once_asks_once()
    {
        using var lab = new FakeLab(_ => Showing("ready"));
        var time = new FakeLabTime();

        await Panel(lab, time: time).WaitUntilAsync(p => p.Title == "ready", "ready");

        lab.Requests.Count.ShouldBe(1);
        time.Passed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_change_that_arrives_by_itself_costs_no_lab_time()
    {
        var time = new FakeLabTime();
        var answers = 0;
        using var changing = new FakeLab(_ => ++answers <= 2 ? Showing("soon", "7") : Showing("ready", "8"));

        await Panel(changing, time: time).WaitUntilAsync(p => p.Title == "ready", "ready");

        changing.Requests.ShouldBe(
        [
            "GET /lab/devices/pos-1/panel",
            "GET /lab/devices/pos-1/panel",
            "GET /lab/devices/pos-1/panel?after=7&wait=20",
            "GET /lab/devices/pos-1/panel",
        ]);
        time.Passed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task What_is_under_way_at_this_instant_is_waited_for_before_lab_time_passes()
    {
        var hasArrived = false;
        var time = new FakeLabTime { Passing = _ => hasArrived = true };
        using var lab = new FakeLab(_ => Showing(hasArrived ? "ready" : "soon", "7"));

        await Panel(lab, time: time).WaitUntilAsync(p => p.Title == "ready", "ready");

        hasArrived.ShouldBeTrue();
        time.Passed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Lab_time_passes_in_growing_steps_until_it_shows()
    {
        var shows = false;
        var steps = new List<TimeSpan>();
        var time = new FakeLabTime
        {
            Passing = t =>
            {
                steps.Add(t);
                shows = t >= TimeSpan.FromSeconds(3);
            },
        };
        using var lab = new FakeLab(_ => Showing(shows ? "ready" : "soon", shows ? "2" : "1"));

        await Panel(lab, time: time).WaitUntilAsync(p => p.Title == "ready", "ready");

        steps.Select(s => s.TotalMilliseconds).ShouldBe([0, 200, 500, 950, 1625, 2625, 3625]);
        witness.Lines.ShouldBe(["wait until it shows ready -> ready"]);
    }

    [Fact]
    public async Task A_wait_ends_at_its_limit_exactly_and_says_what_was_last_seen()
    {
        var time = new FakeLabTime();
        using var lab = new FakeLab(_ => Showing("never", "1"));

        var e = await Should.ThrowAsync<PanelTimeoutException>(
            () => Panel(lab, time: time).WaitUntilAsync(p => p.Title == "x", "a title 'x'", TimeSpan.FromSeconds(2)));

        time.Passed.ShouldBe(TimeSpan.FromSeconds(2));
        e.Message.ShouldStartWith("pos-1 did not come to show a title 'x' within 00:00:02 of lab time; last seen: pos-1 shows 'never'");
    }

    [Theory]
    [InlineData(1.999, true)]
    [InlineData(2.0, true)]
    [InlineData(2.001, false)]
    public async Task What_shows_at_the_limit_counts_and_later_does_not(double seconds, bool counts)
    {
        var shows = false;
        var time = new FakeLabTime { Passing = t => shows = t >= TimeSpan.FromSeconds(seconds) };
        using var lab = new FakeLab(_ => Showing(shows ? "x" : "never"));
        var wait = Panel(lab, time: time).WaitUntilAsync(p => p.Title == "x", "x", TimeSpan.FromSeconds(2));

        if (counts)
        {
            await wait;
        }
        else
        {
            await Should.ThrowAsync<PanelTimeoutException>(wait);
        }
    }

    [Fact]
    public async Task A_panel_that_changes_all_the_time_ends_too()
    {
        var version = 0;
        using var lab = new FakeLab(_ => Showing("flicker", $"{++version}"));

        await Should.ThrowAsync<PanelTimeoutException>(
            () => Panel(lab).WaitUntilAsync(_ => false, "x", TimeSpan.Zero));
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var lab = new FakeLab(_ => Showing("never", "1"));
        using var cancel = new CancellationTokenSource();
        var time = new FakeLabTime { Passing = _ => cancel.Cancel() };

        await Should.ThrowAsync<OperationCanceledException>(
            () => Panel(lab, time: time).WaitUntilAsync(_ => false, "x", TimeSpan.FromDays(1), cancel.Token));
    }

    private static FakeAnswer Showing(string title, string? version = null) =>
        new($$"""{"device":"pos-1","title":"{{title}}","texts":[],"buttons":[],"fields":[]}""", Version: version);

    private WirePanel Panel(FakeLab lab, string device = "pos-1", FakeLabTime? time = null) =>
        new(lab.Http, lab.Address, device, time ?? new FakeLabTime(), witness);
}
