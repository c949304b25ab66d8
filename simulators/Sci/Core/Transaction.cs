namespace PairingLab.Sci.Core;

/// <summary>A purchase on a terminal.</summary>
/// <param name="Id">"txn_…".</param>
/// <param name="Pairing">The pairing that it came over.</param>
/// <param name="Terminal">The terminal's id.</param>
/// <param name="Amount">Cents.</param>
/// <param name="Version">Counts its changes from 1; what a long poll waits for.</param>
/// <param name="Message">What the POS is told of it.</param>
/// <param name="Result">How it ended; null while it is under way.</param>
/// <param name="Until">When time ends it (under way) or lets it be forgotten (ended).</param>
/// <param name="AwaitsPos">Whether it is under way and waits for the POS.</param>
public sealed record Transaction(
    string Id, string Pairing, string Terminal, long Amount, int Version, string Message, TransactionResult? Result, DateTimeOffset Until, bool AwaitsPos = false);
