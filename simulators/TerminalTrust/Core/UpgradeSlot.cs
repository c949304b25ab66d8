namespace PairingLab.TerminalTrust.Core;

/// <summary>A terminal that is being upgraded.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="Fingerprint">The certificate that may fetch the package.</param>
/// <param name="From">Its firmware.</param>
/// <param name="To">The firmware that it gets.</param>
/// <param name="Sent">Bytes of the package that were sent.</param>
/// <param name="Total">Bytes of the package; 0 before the first piece.</param>
/// <param name="LastHeard">When it last asked for something.</param>
public sealed record UpgradeSlot(string Serial, string Fingerprint, string From, string To, int Sent, int Total, DateTimeOffset LastHeard)
{
    /// <summary>How much was sent, of a hundred.</summary>
    public int Percent => Total == 0 ? 0 : (int)(100L * Sent / Total);
}
