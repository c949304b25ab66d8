using System.Collections.Immutable;
using System.Globalization;

namespace PairingLab.Sci.Core;

/// <summary>How a terminal takes payments.</summary>
public sealed record TerminalOptions
{
    /// <summary>Who asks for a tip when the POS gives none.</summary>
    public Tipping Tipping { get; init; }

    /// <summary>Hundredths of a percent that are added when the POS gives no surcharge.</summary>
    public int Surcharge { get; init; }

    /// <summary>What it does by itself.</summary>
    public Plays Plays { get; init; }
}

/// <summary>Who asks for a tip.</summary>
public enum Tipping
{
    /// <summary>Nobody.</summary>
    Off,

    /// <summary>The terminal asks the customer.</summary>
    OnTerminal,

    /// <summary>The POS asks, by a form.</summary>
    OnPos,
}

/// <summary>What a terminal does with a transaction by itself; docs/outcomes.md. A fault is chosen in the same way.</summary>
public enum Plays
{
    /// <summary>Nothing: a person works it.</summary>
    Person,

    /// <summary>What the cents of the amount say.</summary>
    Cents,

    /// <summary>Approves.</summary>
    Approve,

    /// <summary>Declines.</summary>
    Decline,

    /// <summary>Cancels, as a customer would.</summary>
    Cancel,

    /// <summary>Asks for a signature; where the terminal judges it, accepts it.</summary>
    Sign,

    /// <summary>Never comes to a result.</summary>
    TimeOut,

    /// <summary>Is busy: the transaction is refused.</summary>
    Busy,

    /// <summary>Is not connected.</summary>
    Gone,

    /// <summary>Loses its network in the middle, and approves when it is back.</summary>
    LoseNetwork,

    /// <summary>The answer to the POS's request is lost; approves.</summary>
    LostAnswer,

    /// <summary>Approves a little later, whatever the POS has asked for meanwhile.</summary>
    ApproveLate,

    /// <summary>Brings a form with every kind of element, and approves when the POS has sent it.</summary>
    Form,
}

/// <summary>What a terminal's id says of what it plays: "eftpos-plays-lose-network".</summary>
public static class PlaysById
{
    private const string Mark = "-plays-";

    /// <summary>What the id says; null when it says nothing.</summary>
    public static Plays? Find(string id) =>
        id.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0
        && id[(at + Mark.Length)..].Replace("-", "", StringComparison.Ordinal) is var word && !word.Any(char.IsAsciiDigit)
        && Enum.TryParse<Plays>(word, ignoreCase: true, out var plays)
            ? plays
            : null;
}

/// <summary>What a terminal has taken; approved transactions only.</summary>
public sealed record Takings
{
    private const int DaysKept = 31;

    /// <summary>By day, "2026-01-05".</summary>
    public ImmutableSortedDictionary<string, Amounts> Days { get; init; } =
        ImmutableSortedDictionary.Create<string, Amounts>(StringComparer.Ordinal);

    /// <summary>What is not settled yet.</summary>
    public Amounts Open { get; init; } = Amounts.None;

    /// <summary>The key of a day.</summary>
    public static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>With one transaction more.</summary>
    public Takings With(Amounts amounts, DateTimeOffset at)
    {
        var today = KeyOf(DateOnly.FromDateTime(at.UtcDateTime));
        var days = Days.SetItem(today, Days.GetValueOrDefault(today, Amounts.None) + amounts);
        return new() { Days = days.Count > DaysKept ? days.Remove(days.Keys.First()) : days, Open = Open + amounts };
    }
}
