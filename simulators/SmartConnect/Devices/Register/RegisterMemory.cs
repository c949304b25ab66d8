using System.Collections.Immutable;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>
/// What a POS keeps on its disk: its own settings, and the sale that is being paid. Nothing about the pairing: "no pairing
/// codes, device IDs, or anything else" (seed).
/// </summary>
public sealed record RegisterMemory(ImmutableList<RegisterIdentity> Registers, string Business, string Vendor, int Selected, OpenPayment? Payment)
{
    /// <summary>A POS fresh from the box.</summary>
    public static RegisterMemory Fresh(string id) => new([new(id, Named(id))], "PairingLab Store", "PairingLab POS", 0, null);

    /// <summary>"register-1" is called "Register 1".</summary>
    private static string Named(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');
}
