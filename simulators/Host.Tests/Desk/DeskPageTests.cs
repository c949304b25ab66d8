using System.Text;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Operator;
using PairingLab.Host.Desk;
using PairingLab.Host.Runs;
using PairingLab.Host.Tests.Pages;

namespace PairingLab.Host.Tests.Desk;

/// <summary>The desk as a person has it on a phone: 360 pixels wide.</summary>
[Collection(PagesCollection.Name)]
public sealed class DeskPageTests(RunningBrowser browser) : IAsyncLifetime
{
    // The smallest picture there is: a PNG of one pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly RunControl control = new(new(TextWriter.Null, TextWriter.Null, isRedirected: true), TimeProvider.System);
    private DeskServer desk = null!;
    private BrowserSession session = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await DeskServer.StartAsync(TextReader.Null, TextWriter.Null, default, control: control);
        session = browser.Session();
        page = await session.OpenAsync("person", new(desk.Address));
        await page.SetViewportSizeAsync(360, 640);
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_number_is_asked_for_with_its_unit_and_a_word_is_none()
    {
        var asking = desk.Desk.AskAsync(new("pos-1", QuestionKind.Number, "Measure the supply of pos-1: how many V?") { Unit = "V" });
        var number = page.GetByLabel("The number, in V, or why not");
        await number.FillAsync("about five");
        await Press("Pass");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("say how much it is, as a number such as 4.98");
        (await number.GetAttributeAsync("inputmode")).ShouldBe("decimal");
        await number.FillAsync("4,98");
        await Press("Pass");
        OperatorAnswer.NumberOf((await asking).Text).ShouldBe(4.98);
    }

    [Fact]
    public async Task A_photo_is_taken_and_sent()
    {
        var asking = desk.Desk.AskAsync(new("pos-1", QuestionKind.Photo, "Take a photo of the screen of pos-1."));
        var photo = page.GetByLabel("The photo");
        await Assertions.Expect(photo).ToBeVisibleAsync();
        await Press("Pass");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("add the photo: a JPEG or PNG");
        await photo.SetInputFilesAsync(new FilePayload { Name = "screen.png", MimeType = "image/png", Buffer = Pixel });
        await Press("Pass");
        (await asking).Photo.ShouldNotBeNull().Take(2).ShouldBe([(byte)0xFF, (byte)0xD8], "made a JPEG, which is smaller");
    }

    [Fact]
    public async Task Several_questions_are_a_list_and_each_can_be_answered_first()
    {
        var first = desk.Desk.AskAsync(new("pos-1", QuestionKind.YesNo, "Is pos-1 on?"));
        var second = desk.Desk.AskAsync(new("pos-2", QuestionKind.YesNo, "Is pos-2 on?"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Is pos-1 on?");
        await page.GetByLabel("Other questions").GetByRole(AriaRole.Button, new() { Name = "pos-2: Is pos-2 on?" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Is pos-2 on?");
        await Press("No");
        (await second).Verdict.ShouldBe(Verdict.Fail);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Is pos-1 on?");
        await Press("Yes");
        (await first).Verdict.ShouldBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("Pause", "pause")]
    [InlineData("Resume", "resume")]
    [InlineData("Skip what runs now", "skip")]
    [InlineData("Abort", "abort")]
    public async Task A_run_is_told_by_a_button_what_to_do_and_by_whom(string button, string word)
    {
        using var told = new MemoryStream();
        await using var run = new StreamWriter(told);
        control.Drives(run);
        page.Dialog += (_, asked) => _ = asked.AcceptAsync();
        await page.GetByLabel("Your name").FillAsync("Ann Smith");
        await Press(button);
        await Assertions.Expect(page.GetByLabel("What was done to the run").GetByRole(AriaRole.Listitem))
            .ToContainTextAsync($"{word} by Ann Smith at ");
        Encoding.UTF8.GetString(told.ToArray()).TrimEnd().ShouldBe($"{word} Ann Smith");
        control.IsAborted.ShouldBe(word == "abort");
    }

    [Fact]
    public async Task To_abort_is_asked_for_first()
    {
        page.Dialog += (_, asked) => _ = asked.DismissAsync();
        await Press("Abort");
        control.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_reaches_out_of_a_phones_screen()
    {
        using var gone = new CancellationTokenSource();
        var word = new string('W', 120);
        var asking = desk.Desk.AskAsync(
            new("pos-1", QuestionKind.Photo, $"Take a photo of {word}.")
            {
                Acts = [$"Press [{word}]"],
                Choices = [word],
                Scenario = word,
                Step = word,
            },
            gone.Token);
        var other = desk.Desk.AskAsync(new("pos-2", QuestionKind.YesNo, word), gone.Token);
        await Assertions.Expect(page.GetByLabel("Other questions").GetByRole(AriaRole.Button)).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        var edges = await page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('button, input')].map(e => e.getBoundingClientRect().right | 0)");
        edges.Max().ShouldBeLessThanOrEqualTo(360);
        if (Environment.GetEnvironmentVariable("PAIRINGLAB_WRITE_PAGES") is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetTempPath(), "desk-360.png"), FullPage = true });
        }

        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asking);
        await Should.ThrowAsync<OperationCanceledException>(() => other);
    }

    private Task Press(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
