using PairingLab.Drivers.Certification;

namespace PairingLab.Host.Certify;

/// <summary>What a certification is asked for.</summary>
/// <param name="DescriptionFile">The POS description.</param>
/// <param name="Description">What it says.</param>
/// <param name="Pos">Where the POS's page is; null for what the description says.</param>
/// <param name="Data">The folder in which the lab keeps its ports and credentials; null for none.</param>
internal sealed record CertifyOptions(string DescriptionFile, PosDescription Description, Uri? Pos, string? Data);
