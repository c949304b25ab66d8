namespace PairingLab.AccessControl.Services;

/// <summary>A card at a terminal.</summary>
/// <param name="Pan">Its number.</param>
/// <param name="ExpiryDate">Year and month: 2028-05.</param>
/// <param name="EntryMode">CHIP or CONTACTLESS.</param>
public sealed record CardTap(string Pan, string ExpiryDate, string EntryMode)
{
    /// <summary>A tap never says its number.</summary>
    public override string ToString() => $"{PanVault.Mask(Pan)} {EntryMode}";
}
