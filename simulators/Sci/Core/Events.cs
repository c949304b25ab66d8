namespace PairingLab.Sci.Core;

/// <summary>Something that happened in SCI.</summary>
public interface ISciEvent
{
    /// <summary>The terminal whose screen may show it; null when it is nobody's.</summary>
    string? Terminal { get; }
}

/// <summary>A terminal belongs to a tenant now.</summary>
public sealed record TerminalEnrolled(string Terminal, string Tid, string Nickname, string Tenant) : ISciEvent;

/// <summary>A terminal has another nickname.</summary>
public sealed record TerminalNamed(string Terminal, string Nickname) : ISciEvent;

/// <summary>A terminal began or ended something of its own.</summary>
public sealed record TerminalBusyChanged(string Terminal, bool Busy) : ISciEvent;

/// <summary>A terminal shows a pairing code.</summary>
public sealed record PairingStarted(string Terminal, Pairing Pairing) : ISciEvent;

/// <summary>A POS has sent the code; the merchant may confirm until then.</summary>
public sealed record PairingProgressed(
    string Terminal, string PairingId, string? Nickname, DateTimeOffset At, DateTimeOffset Until) : ISciEvent;

/// <summary>The pairing is active.</summary>
public sealed record PairingConfirmed(string Terminal, string PairingId, DateTimeOffset At) : ISciEvent;

/// <summary>The pairing has come to its end; a code that nobody used is forgotten later.</summary>
public sealed record PairingEnded(
    string Terminal, string PairingId, PairingStatus Status, DateTimeOffset At, DateTimeOffset? ForgetAt) : ISciEvent;

/// <summary>A pairing that came to nothing is no longer known.</summary>
public sealed record PairingForgotten(string Terminal, string PairingId) : ISciEvent;

/// <summary>A terminal takes payments in another way.</summary>
public sealed record TerminalConfigured(string Terminal, TerminalOptions Options) : ISciEvent;

/// <summary>A transaction waits for its terminal.</summary>
public sealed record TransactionStarted(string Terminal, Transaction Transaction) : ISciEvent;

/// <summary>A transaction has come a step further, with these amounts.</summary>
public sealed record TransactionMoved(
    string Terminal, string TransactionId, TransactionStage Stage, string Message, Amounts Amounts) : ISciEvent;

/// <summary>The terminal was told to cancel a transaction if it can.</summary>
public sealed record CancelRequested(string Terminal, string TransactionId) : ISciEvent;

/// <summary>A transaction has its result.</summary>
public sealed record TransactionFinished(
    string Terminal, string TransactionId, TransactionResult Result, DateTimeOffset At, DateTimeOffset ForgetAt,
    bool CustomerCopyPrinted) : ISciEvent;

/// <summary>A transaction can no longer be asked for.</summary>
public sealed record TransactionForgotten(string Terminal, string TransactionId) : ISciEvent;

/// <summary>The command was refused; nothing changed by it.</summary>
public sealed record Refused(Refusal Reason) : ISciEvent
{
    /// <inheritdoc />
    public string? Terminal => null;
}
