using System.Net;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Operator;
using PairingLab.Host.Desk;

namespace PairingLab.Host.Tests.Pages;

/// <summary>What a run asks the person at the bench stands on the bench page, and is answered there.</summary>
[Collection(PagesCollection.Name)]
public sealed class QuestionTests(RunningBrowser browser) : IAsyncLifetime
{
    // The smallest picture there is: a PNG of one pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly HttpClient patient = new() { Timeout = Timeout.InfiniteTimeSpan };
    private DeskServer desk = null!;
    private PagesBench bench = null!;
    private OperatorPanel panel = null!;
    private OperatorSession person = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskServer.StartAsync(TextReader.Null, TextWriter.Null, default);
        bench = await PagesBench.StartAsync(desk: new(desk.Address));
        var nobody = Drivers.Evidence.NoEvidenceSink.Instance;
        person = new(() => new RemoteOperatorDesk(patient, new(desk.Address)), nobody, () => bench.Page("/"));
        panel = new("pos-9", person, nobody);
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await desk.DisposeAsync();
        patient.Dispose();
    }

    [Fact]
    public async Task A_person_at_the_bench_page_reads_a_screen_for_the_scenario()
    {
        await using var session = browser.Session();
        var page = await session.OpenAsync("bench", bench.Page("/"));
        await Assertions.Expect(page.GetByLabel("Questions to you")).ToBeHiddenAsync();

        var reading = panel.ReadAsync();
        var question = page.GetByLabel("Questions to you");
        await Assertions.Expect(question.GetByRole(AriaRole.Heading)).ToHaveTextAsync("What does pos-9 show? Type it as it stands there.");
        await question.GetByRole(AriaRole.Button, new() { Name = "Pass" }).ClickAsync();
        await Assertions.Expect(question.GetByRole(AriaRole.Alert)).ToHaveTextAsync("say what it shows, as text");
        await question.GetByLabel("What it shows").FillAsync("Pair POS");
        await question.GetByRole(AriaRole.Button, new() { Name = "Pass" }).ClickAsync();

        (await reading).Texts.ShouldBe(["Pair POS"]);
        await Assertions.Expect(question).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_answer_whose_reply_comes_after_the_live_change_leaves_one_place_for_questions()
    {
        await using var session = browser.Session();
        var page = await session.OpenAsync("bench", bench.Page("/"));
        var pressing = PressAsync();
        var question = page.Locator("#questions");
        await page.RouteAsync("**/bench/questions/1", async route =>
        {
            // The reply is the one that the lab gives when its change has reached the page before, marked to be known again.
            var reply = await route.FetchAsync();
            await Assertions.Expect(question).ToBeHiddenAsync();
            var html = (await bench.Http.GetStringAsync("/bench/questions"))
                .Replace("data-version=\"", "data-version=\"999", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = reply, Body = html });
        });

        await question.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await pressing;

        await Assertions.Expect(page.Locator("[data-version^='999']")).ToHaveCountAsync(1);
        (await question.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_typed_stays_while_more_questions_come()
    {
        await using var session = browser.Session();
        var page = await session.OpenAsync("bench", bench.Page("/"));
        using var enough = new CancellationTokenSource();
        var first = panel.ReadAsync(enough.Token);
        await page.GetByLabel("What it shows").FillAsync("Pair P");

        var second = PressAsync(enough.Token);

        await Assertions.Expect(page.GetByText("1 more waiting")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("What it shows")).ToHaveValueAsync("Pair P");
        await enough.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        await Should.ThrowAsync<OperationCanceledException>(second);
        await Assertions.Expect(page.GetByLabel("Questions to you")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_photo_is_sent_from_the_bench_page_as_it_is()
    {
        await using var session = browser.Session();
        var page = await session.OpenAsync("bench", bench.Page("/"));
        await page.SetViewportSizeAsync(360, 640);
        var asking = new RemoteOperatorDesk(patient, new(desk.Address))
            .AskAsync(new("pos-1", QuestionKind.Photo, "Take a photo of the screen of pos-1."));
        var question = page.GetByLabel("Questions to you");
        var (photo, pass) = (question.GetByLabel("The photo"), question.GetByRole(AriaRole.Button, new() { Name = "Pass" }));

        await pass.ClickAsync();
        await Assertions.Expect(question.GetByRole(AriaRole.Alert)).ToHaveTextAsync("add the photo: a JPEG or PNG");
        await photo.SetInputFilesAsync(Picture(new byte[11 * 1024 * 1024]));
        await pass.ClickAsync();
        await Assertions.Expect(question.GetByRole(AriaRole.Alert)).ToContainTextAsync("The photo has 11 MB; it may have 10.");
        await photo.SetInputFilesAsync(Picture(Pixel));
        await pass.ClickAsync();

        (await asking).Photo.ShouldBe(Pixel);
        await Assertions.Expect(question).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_number_is_asked_for_with_its_unit_on_the_bench_page()
    {
        await using var session = browser.Session();
        var page = await session.OpenAsync("bench", bench.Page("/"));
        var asking = new RemoteOperatorDesk(patient, new(desk.Address))
            .AskAsync(new("pos-1", QuestionKind.Number, "Measure the supply of pos-1: how many V?") { Unit = "V" });
        await page.GetByLabel("The number, in V, or why not").FillAsync("4.98");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pass" }).ClickAsync();
        (await asking).Text.ShouldBe("4.98");
    }

    [Fact]
    public async Task An_answer_that_comes_after_another_does_not_count()
    {
        var pressing = PressAsync();
        await bench.UntilAsync("/bench/questions", "Press [Pair POS] on pos-9.");

        (await AnswerAsync(1, "fail", "it is dark")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var late = await AnswerAsync(1, "pass", "");

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.Content.ReadAsStringAsync()).ShouldContain("question 1 is closed");
        (await Should.ThrowAsync<Drivers.Panels.PanelRefusedException>(pressing)).Message.ShouldContain("it is dark");
    }

    private static FilePayload Picture(byte[] bytes) => new() { Name = "screen.png", MimeType = "image/png", Buffer = bytes };

    private async Task PressAsync(CancellationToken cancel = default)
    {
        await panel.PressAsync("Pair POS", cancel);
        await person.ConfirmAsync(cancel);
    }

    private Task<HttpResponseMessage> AnswerAsync(int id, string verdict, string text) => bench.Http.PostAsync(
        $"/bench/questions/{id}", new FormUrlEncodedContent([KeyValuePair.Create("verdict", verdict), KeyValuePair.Create("text", text)]));
}
