namespace PairingLab.Drivers.Wire;

/// <summary>What a <see cref="LabError"/> says.</summary>
internal sealed record LabErrorDetail(string? Code, string? Message);
