namespace PairingLab.Sci.Core;

/// <summary>A pairing of a terminal with a POS, from the pairing code on.</summary>
/// <param name="Id">"pid_…".</param>
/// <param name="KeyId">"kid_…": keyid of all its signatures.</param>
/// <param name="Terminal">The terminal's id on the bench.</param>
/// <param name="Tenant">The tenant that the terminal belonged to when it began.</param>
/// <param name="Code">The six digits on the terminal.</param>
/// <param name="ConfirmationCode">The four digits on both sides.</param>
/// <param name="SecretPartB">32 hex characters.</param>
/// <param name="Tid">The TID assigned to the terminal.</param>
/// <param name="TerminalNickname">The nickname configured on the terminal when it began.</param>
/// <param name="Status">How far it is.</param>
/// <param name="At">When it came to that status.</param>
/// <param name="Until">When time ends that status; null when never.</param>
/// <param name="Nickname">The pairing nickname that the POS gave; null when none.</param>
public sealed record Pairing(
    string Id,
    string KeyId,
    string Terminal,
    string Tenant,
    string Code,
    string ConfirmationCode,
    string SecretPartB,
    string Tid,
    string TerminalNickname,
    PairingStatus Status,
    DateTimeOffset At,
    DateTimeOffset? Until,
    string? Nickname)
{
    /// <summary>Whether it is still on its way to being active.</summary>
    public bool IsUnderWay => Status is PairingStatus.Initial or PairingStatus.Progressed;
}
