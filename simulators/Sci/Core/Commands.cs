namespace PairingLab.Sci.Core;

/// <summary>Something that is asked of SCI.</summary>
public interface ISciCommand;

/// <summary>A terminal is put into operation with a tenant, or goes over to another one; a nickname that it already has stays.</summary>
public sealed record EnrolTerminal(string Terminal, string Tid, string Nickname, string Tenant) : ISciCommand;

/// <summary>A terminal is given another nickname.</summary>
public sealed record NameTerminal(string Terminal, string Nickname) : ISciCommand;

/// <summary>A terminal begins or ends something of its own.</summary>
public sealed record SetBusy(string Terminal, bool Busy) : ISciCommand;

/// <summary>The merchant initiates pairing on the terminal.</summary>
public sealed record StartPairing(
    string Terminal, string PairingId, string KeyId, string Code, string ConfirmationCode, string SecretPartB) : ISciCommand;

/// <summary>A POS sends a pairing code.</summary>
public sealed record ProgressPairing(string Code, string? Nickname, bool IsLiveKey) : ISciCommand;

/// <summary>The merchant confirms the confirmation code on the terminal.</summary>
public sealed record ConfirmPairing(string Terminal, string PairingId) : ISciCommand;

/// <summary>The merchant declines the confirmation code on the terminal.</summary>
public sealed record DeclinePairing(string Terminal, string PairingId) : ISciCommand;

/// <summary>The merchant takes the pairing code from the screen.</summary>
public sealed record CancelPairing(string Terminal, string PairingId) : ISciCommand;

/// <summary>The merchant removes a pairing on the terminal.</summary>
public sealed record UnpairAtTerminal(string Terminal, string PairingId) : ISciCommand;

/// <summary>A POS removes its pairing, a confirmed one or one that still waits for the confirmation.</summary>
public sealed record UnpairByPos(string PairingId) : ISciCommand;

/// <summary>The merchant sets how a terminal takes payments.</summary>
public sealed record ConfigureTerminal(string Terminal, TerminalOptions Options) : ISciCommand;

/// <summary>A POS begins a transaction, a settlement or an enquiry.</summary>
public sealed record StartTransaction(string TransactionId, string PairingId, TransactionOrder Order, bool Connected) : ISciCommand;

/// <summary>A POS asks for a transaction to be cancelled. That settles nothing: the terminal does it if it still can.</summary>
public sealed record CancelTransaction(string PairingId, string TransactionId) : ISciCommand;

/// <summary>A POS has pressed a button of the form, with what stands in its inputs. After the end it changes nothing.</summary>
public sealed record SubmitForm(
    string PairingId, string TransactionId, string Button, IReadOnlyDictionary<string, string> Inputs) : ISciCommand;

/// <summary>The terminal has taken a transaction onto its screen.</summary>
public sealed record AcceptTransaction(string Terminal, string TransactionId) : ISciCommand;

/// <summary>The customer has chosen a tip on the terminal; cents.</summary>
public sealed record TakeTip(string Terminal, string TransactionId, long Tip) : ISciCommand;

/// <summary>The terminal has the customer's signature on paper; somebody must say whether it is good.</summary>
public sealed record TakeSignature(string Terminal, string TransactionId) : ISciCommand;

/// <summary>The terminal has come to a result, and may have printed the customer's receipt.</summary>
public sealed record FinishTransaction(
    string Terminal, string TransactionId, TransactionResult Result, bool CustomerCopyPrinted = false) : ISciCommand;

/// <summary>Nothing but the passing of time.</summary>
public sealed record PassTime : ISciCommand;
