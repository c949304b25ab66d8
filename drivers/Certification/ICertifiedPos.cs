namespace PairingLab.Drivers.Certification;

/// <summary>
/// A POS under certification, whether a browser or a person works it. "Comes" and "goes" mean: as long as the POS has something under
/// way, and then for as long as it may take.
/// </summary>
public interface ICertifiedPos
{
    /// <summary>How it is reached: its page and the browser; null as long as it was not.</summary>
    string? Reached { get; }

    /// <summary>Brings it to where sales are made, without any pairing.</summary>
    Task StartFreshAsync();

    /// <summary>Switches it off and on, or closes its page and opens it again; what it has stored stays.</summary>
    Task RestartAsync();

    /// <summary>Whether a part can be seen, or comes.</summary>
    Task<bool> HasAsync(PosPart part, PairingNames? of = null);

    /// <summary>Whether a part is gone, or goes.</summary>
    Task<bool> LacksAsync(PosPart part, PairingNames? of = null);

    /// <summary>Types into a field; throws <see cref="PosRefusedException"/> when it is not there.</summary>
    Task EnterAsync(PosPart part, string text, PairingNames? of = null);

    /// <summary>Presses a button; throws <see cref="PosRefusedException"/> when it is not there.</summary>
    Task PressAsync(PosPart part, PairingNames? of = null);

    /// <summary>Takes down how often these texts can be seen, before an act that may bring them.</summary>
    Task MarkAsync(IReadOnlyList<string> texts);

    /// <summary>Whether a text can be seen, or comes.</summary>
    Task<bool> ShowsAsync(string text);

    /// <summary>Which of these texts can be seen already; none is waited for.</summary>
    Task<IReadOnlyList<string>> ShownNowAsync(IReadOnlyList<string> texts);

    /// <summary>Whether a text that was marked has come since, or comes.</summary>
    Task<bool> AppearsAsync(string text);

    /// <summary>Whether a text is not shown, or goes.</summary>
    Task<bool> HidesAsync(string text);

    /// <summary>Whether it shows one of these secrets now, or lets a person edit it.</summary>
    Task<bool> ShowsSecretAsync(IReadOnlyList<string> secrets);

    /// <summary>Waits until something outside the POS is so, that the POS brings about; false when it does not come.</summary>
    Task<bool> UntilAsync(Func<bool> condition);

    /// <summary>Waits until something came that nobody did on the POS, an answer to a poll say; false when it does not.</summary>
    Task<bool> NewsAsync(Func<bool> came);

    /// <summary>The clock by which it counts seconds.</summary>
    IPosClock Clock { get; }

    /// <summary>Leaves the POS alone for a moment; whether something came about by itself meanwhile.</summary>
    Task<bool> ByItselfAsync(Func<bool> happened);

    /// <summary>What it shows now.</summary>
    /// <param name="secrets">What no picture may show.</param>
    /// <param name="picture">Whether a picture is wanted.</param>
    Task<PosSeen> LookAsync(IReadOnlyList<string> secrets, bool picture);
}

/// <summary>What is done to a POS from outside its page.</summary>
public interface IPosOutside
{
    /// <summary>Takes all pairings from it; gives the address of its page.</summary>
    Task<Uri> FreshAsync();

    /// <summary>Switches it off and on, as far as that takes more than to open its page again.</summary>
    Task RestartAsync();
}

/// <summary>What a pairing is called on a POS.</summary>
public sealed record PairingNames(string Nickname, string PairingId, string Tid)
{
    /// <summary>What an element of a form is called; "" when none is meant.</summary>
    public string Label { get; init; } = "";

    /// <summary>An element of a form.</summary>
    public static PairingNames Of(string label) => new("", "", "") { Label = label };

    /// <summary>A text with the names in place of {nickname}, {pairingId}, {tid} and {label}.</summary>
    public string? In(string? text) => text?
        .Replace("{nickname}", Nickname, StringComparison.Ordinal)
        .Replace("{pairingId}", PairingId, StringComparison.Ordinal)
        .Replace("{tid}", Tid, StringComparison.Ordinal)
        .Replace("{label}", Label, StringComparison.Ordinal);
}

/// <summary>What a POS showed at one moment.</summary>
/// <param name="Texts">All texts, line by line, the fields' contents and what dialogs said among them.</param>
/// <param name="Picture">A screenshot, PNG; null when there is none.</param>
/// <param name="Secrets">Where a secret was found, in words.</param>
public sealed record PosSeen(IReadOnlyList<string> Texts, byte[]? Picture, IReadOnlyList<string> Secrets);

/// <summary>A POS has no such part, or it can't be worked; the message says what was looked for.</summary>
public sealed class PosRefusedException(PosPart? part, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Which; null for the POS as a whole.</summary>
    public PosPart? Part => part;
}
