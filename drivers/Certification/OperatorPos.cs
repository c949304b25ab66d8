using PairingLab.Drivers.Operator;

namespace PairingLab.Drivers.Certification;

/// <summary>
/// A POS without a web page: the person at the bench works it, and says what it shows. Questions are answered with yes or no, and what
/// is good is for the rule to know.
/// </summary>
/// <param name="desk">Where the person is asked.</param>
/// <param name="attested">Told of each question and its answer.</param>
/// <param name="patience">How long what the POS does may take to arrive at SCI.</param>
public sealed class OperatorPos(IOperatorDesk desk, Action<string, string> attested, TimeSpan patience) : ICertifiedPos
{
    private const string Device = "pos";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc />
    public string? Reached => "worked by a person";

    /// <inheritdoc />
    public IPosClock Clock { get; } = new RealPosClock();

    /// <inheritdoc />
    public Task<bool> NewsAsync(Func<bool> came) => UntilAsync(came);

    /// <inheritdoc />
    public Task StartFreshAsync() => DoAsync("Remove every pairing from the POS, and go to where sales are made.");

    /// <inheritdoc />
    public Task RestartAsync() => DoAsync("Switch the POS off and on again.");

    /// <inheritdoc />
    public Task<bool> HasAsync(PosPart part, PairingNames? of = null) => YesAsync($"Does the POS show {Words(part, of)}?");

    /// <inheritdoc />
    public async Task<bool> LacksAsync(PosPart part, PairingNames? of = null) => !await HasAsync(part, of);

    /// <inheritdoc />
    public Task EnterAsync(PosPart part, string text, PairingNames? of = null) =>
        WorkAsync(part, $"Type {text} into {Words(part, of)} of the POS.");

    /// <inheritdoc />
    public Task PressAsync(PosPart part, PairingNames? of = null) => WorkAsync(part, $"On the POS, use {Words(part, of)}.");

    /// <inheritdoc />
    public Task MarkAsync(IReadOnlyList<string> texts) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<bool> ShowsAsync(string text) => YesAsync($"Does the POS show: {text}");

    /// <summary>None: the person is asked once, after the act, whether it came with it.</summary>
    public Task<IReadOnlyList<string>> ShownNowAsync(IReadOnlyList<string> texts) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc />
    public Task<bool> AppearsAsync(string text) => YesAsync($"Did the POS show this after what you did last, and not before: {text}");

    /// <inheritdoc />
    public async Task<bool> HidesAsync(string text) => !await ShowsAsync(text);

    /// <inheritdoc />
    public Task<bool> ShowsSecretAsync(IReadOnlyList<string> secrets) =>
        YesAsync("Can an API key or a signing secret be seen or edited anywhere on the POS?");

    /// <inheritdoc />
    public async Task<bool> UntilAsync(Func<bool> condition)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                return false;
            }

            await timer.WaitForNextTickAsync();
        }

        return true;
    }

    /// <inheritdoc />
    public Task<bool> ByItselfAsync(Func<bool> happened) => Task.FromResult(happened());

    /// <inheritdoc />
    public Task<PosSeen> LookAsync(IReadOnlyList<string> secrets, bool picture) => Task.FromResult(new PosSeen([], null, []));

    private async Task WorkAsync(PosPart part, string what)
    {
        if (await AskAsync(QuestionKind.Do, what) == Verdict.Fail)
        {
            throw new PosRefusedException(part, $"the operator could not do it: {what}");
        }
    }

    private async Task DoAsync(string what)
    {
        if (await AskAsync(QuestionKind.Do, what) == Verdict.Fail)
        {
            throw new NotAnsweredException($"the operator could not do it: {what}");
        }
    }

    private async Task<bool> YesAsync(string question) => await AskAsync(QuestionKind.YesNo, question) == Verdict.Pass;

    private async Task<Verdict> AskAsync(QuestionKind kind, string text)
    {
        var answer = await desk.AskAsync(new(Device, kind, text));
        attested(text, answer.In(kind));
        return answer.Verdict switch
        {
            Verdict.NotAnswered => throw new NotAnsweredException($"nobody answered: {text}"),
            Verdict.NotApplicable => throw new NotApplicableException(answer.Text ?? text),
            var given => given,
        };
    }

    private static string Words(PosPart part, PairingNames? of) => (part switch
    {
        PosPart.PairingSection => "the way to the pairing section",
        PosPart.SaleScreen => "the way to where sales are made",
        PosPart.Logo => "the SCI logo",
        PosPart.Instructions => "instructions how to initiate pairing from the terminal",
        PosPart.Code => "the Pairing Code input field",
        PosPart.Nickname => "the Pairing Nickname input field",
        PosPart.Pair => "the button that sends the pairing code",
        PosPart.Test => "the test button of the pairing that is being made",
        PosPart.Cancel => "the Cancel button of the pairing that is being made",
        PosPart.TestPairing => "the test button",
        PosPart.Unpair => "the Unpair button",
        PosPart.Terminal => "the choice of a terminal for the sale",
        PosPart.Amount => "the amount of a sale",
        PosPart.Refund => "the button that starts a refund",
        PosPart.CashOut => "the button that starts a cash-out",
        PosPart.Moto => "the button that starts a mail order or telephone order",
        PosPart.Cash => "the cash that goes with a purchase",
        PosPart.PayWithCash => "the button that starts a purchase with cash",
        PosPart.Settle => "the button that starts a settlement",
        PosPart.Enquire => "the button that starts a settlement enquiry",
        PosPart.SignatureOnTerminal => "the setting by which signatures are judged on the terminal",
        PosPart.SignatureOnPos => "the setting by which signatures are judged on the POS",
        PosPart.FormButton => $"the button “{of?.Label}”",
        PosPart.FormInput => $"the field “{of?.Label}”",
        PosPart.FormImage => $"the picture “{of?.Label}”",
        PosPart.OverrideYes => "the answer that the transaction was successful",
        PosPart.OverrideNo => "the answer that the transaction was not successful",
        _ => "the button that starts the payment",
    }) + (of is null or { Nickname: "" } ? "" : $" of the pairing “{of.Nickname}” ({of.PairingId})");
}
