namespace PairingLab.Drivers.Certification;

/// <summary>A POS under certification, whether a browser or a person works it.</summary>
public interface ICertifiedPos
{
    /// <summary>Brings it to where sales are made, without any pairing.</summary>
    Task StartFreshAsync();

    /// <summary>Switches it off and on, or leaves its page and opens it again; what it has stored stays.</summary>
    Task RestartAsync();

    /// <summary>Whether a part is there, or comes soon.</summary>
    Task<bool> HasAsync(PosPart part, PairingNames? of = null);

    /// <summary>Whether a part is gone, or goes soon.</summary>
    Task<bool> LacksAsync(PosPart part, PairingNames? of = null);

    /// <summary>Types into a field; throws <see cref="PosRefusedException"/> when it is not there.</summary>
    Task EnterAsync(PosPart part, string text);

    /// <summary>Presses a button; throws <see cref="PosRefusedException"/> when it is not there.</summary>
    Task PressAsync(PosPart part, PairingNames? of = null);

    /// <summary>Whether a text is shown, or comes soon.</summary>
    Task<bool> ShowsAsync(string text);

    /// <summary>Whether a text is not shown, or goes soon.</summary>
    Task<bool> HidesAsync(string text);

    /// <summary>Which of these secrets it shows or lets a person edit now; null for none.</summary>
    Task<bool> ShowsSecretAsync(IReadOnlyList<string> secrets);

    /// <summary>Waits until nothing is under way on it. False when nobody can tell: then only patience says that something will not come.</summary>
    Task<bool> IsDoneAsync();

    /// <summary>What it shows now.</summary>
    Task<PosSeen> LookAsync(IReadOnlyList<string> secrets);
}
